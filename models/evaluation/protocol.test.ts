import { describe, expect, it } from 'vitest';
import { candidatesOf, type Label } from './protocol.ts';

function set(...names: string[]): Label[] {
  return names.map((name) => {
    const [identity, impression] = name.split('_');
    return { identity, impression };
  });
}

function counts(labels: readonly Label[], rows: readonly (readonly number[])[]) {
  const pairs = rows.flatMap((row, i) => row.map((j) => labels[i].identity === labels[j].identity));
  return { genuine: pairs.filter(Boolean).length, impostor: pairs.filter((genuine) => !genuine).length };
}

describe('a set of ten fingers with eight impressions each', () => {
  const labels = Array.from({ length: 80 }, (_, i) => ({
    identity: `${Math.floor(i / 8)}`,
    impression: `${(i % 8) + 1}`,
  }));

  it('gives 280 genuine and 2,880 impostor pairs in the extended protocol', () => {
    expect(counts(labels, candidatesOf(labels, 'extended'))).toEqual({ genuine: 280, impostor: 2880 });
  });

  it('gives 280 genuine and 45 impostor pairs in the protocol of the competitions', () => {
    expect(counts(labels, candidatesOf(labels, 'fvc'))).toEqual({ genuine: 280, impostor: 45 });
  });
});

it('the first impression is the lowest number, though another comes first in the alphabet', () => {
  const labels = set('a_10', 'a_2', 'b_10', 'b_9');
  expect(candidatesOf(labels, 'fvc')).toEqual([[1], [3], [3], []]);
});

it('the first impression is the lowest one that the set has', () => {
  const labels = set('a_3', 'a_4', 'b_1');
  expect(candidatesOf(labels, 'fvc')).toEqual([[1, 2], [], []]);
});
