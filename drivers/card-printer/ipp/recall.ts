import type { PrintResult } from '../types.ts';
import type { AskPrinter } from './client.ts';
import { type Watch, watchJob } from './job.ts';
import { type IppMessage, numberOf, operations, strings, stringsOf, valuesIn } from './message.ts';

/*
 * A job found again by its name, when whoever sent it lost its answer: RFC 8011's Get-Jobs, once for the jobs that
 * run and once for those that have ended. Names are never used twice, so a printer that numbers its jobs anew after a
 * power loss cannot be misunderstood. A printer forgets ended jobs after a while; that it knows none proves nothing.
 */

const lists = ['not-completed', 'completed'] as const;

/** What became of the job of this name, seen to its end. */
export async function recallJob(
  ask: AskPrinter,
  name: string,
  watch: Omit<Watch, 'ask' | 'jobId' | 'name'>,
): Promise<PrintResult> {
  for (const which of lists) {
    const answer = await ask({
      operation: operations.getJobs,
      operationAttributes: [
        strings('which-jobs', 'keyword', which),
        strings('requested-attributes', 'keyword', 'job-id', 'job-name'),
      ],
    });
    if (answer.outcome === 'unreachable' || answer.outcome === 'broken') return { outcome: 'unreachable' };
    const jobId = answer.outcome === 'answered' ? newestNamed(answer.message, name) : null;
    if (jobId !== null) return watchJob({ ...watch, ask, jobId, name });
  }
  return { outcome: 'unknown' };
}

function newestNamed({ groups }: IppMessage, name: string): number | null {
  const ids = groups
    .filter(({ attributes }) => stringsOf(valuesIn(attributes, 'job-name')).includes(name))
    .flatMap(({ attributes }) => numberOf(valuesIn(attributes, 'job-id')) ?? []);
  return ids.length === 0 ? null : Math.max(...ids);
}
