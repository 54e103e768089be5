/** One step of `npm test`: a script of package.json, with more arguments. */
export interface Check {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
}

/** Checks that only read; they run side by side. */
export const staticChecks: readonly Check[] = [
  { name: 'types', script: 'types' },
  { name: 'lint', script: 'lint' },
  { name: 'layers', script: 'layers' },
];

export const unitTests: Check = vitest('unit tests', 'unit');
export const journeys: Check = vitest('journeys', 'journeys');

function vitest(name: string, project: string): Check {
  return { name, script: 'unit', args: ['--project', project, '--passWithNoTests'] };
}

/** The arguments that make Node itself run the check (`node --run`). */
export function nodeArgs({ script, args = [] }: Check): readonly string[] {
  return ['--run', script, '--', ...args];
}
