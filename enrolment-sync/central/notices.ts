import type { CardNotice } from '#sync/packet/index.ts';
import { cardHolder, revokeCard, saveCard } from './cards.ts';
import { findDevice } from './devices.ts';
import { findLeased, isOwnNumber } from './leases.ts';
import { districtOf } from './people.ts';
import type { Sql } from './sql.ts';

/*
 * What a kiosk tells of a card after the enrolment. A registered device is trusted to know whose card it takes back,
 * as it is trusted to know whom it updates, but it takes back nobody else's.
 */

export type NoticeVerdict =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'rejected'; readonly reason: string };

/** Does what a notice says. Everything is checked before anything is written; run it in the packet's transaction. */
export async function takeNotice(
  sql: Sql,
  packetId: string,
  kid: string,
  notice: CardNotice,
  at: Date,
): Promise<NoticeVerdict> {
  const device = await findDevice(sql, kid);
  if (notice.device !== device?.deviceId) return rejected('malformed');
  return notice.kind === 'card-revoked'
    ? takeBack(sql, kid, notice, at)
    : giveNew(sql, packetId, kid, notice);
}

/** Also a card whose enrolment never came, if the number is the device's own: it may be in a thief's hands. */
async function takeBack(
  sql: Sql,
  kid: string,
  { number, personId, reason }: Extract<CardNotice, { kind: 'card-revoked' }>,
  at: Date,
): Promise<NoticeVerdict> {
  const holder = await cardHolder(sql, number);
  const leased = await findLeased(sql, number);
  if (!leased || (holder ? holder !== personId : leased.kid !== kid)) return rejected('card-of-another');
  await revokeCard(sql, number, at, reason);
  return { outcome: 'accepted' };
}

async function giveNew(
  sql: Sql,
  packetId: string,
  kid: string,
  { card, personId }: Extract<CardNotice, { kind: 'card-issued' }>,
): Promise<NoticeVerdict> {
  if (card.kid !== kid) return rejected('malformed');
  if (!(await isOwnNumber(sql, kid, card))) return rejected('number-not-leased');
  const holder = await cardHolder(sql, card.number);
  if (holder && holder !== personId) return rejected('number-not-leased');
  const district = await districtOf(sql, personId);
  if (district === null) return rejected('unknown-person');
  await saveCard(sql, packetId, district, personId, card);
  return { outcome: 'accepted' };
}

const rejected = (reason: string): NoticeVerdict => ({ outcome: 'rejected', reason });
