/*
 * The layers. Arrows point one way (README, "The house"); what is not listed as allowed is forbidden.
 * `npm run layers` checks it; swc parses because dependency-cruiser cannot use TypeScript 7 yet.
 */
const layers = {
  models: [],
  drivers: [],
  'health-card': [],
  'foreign-cards': [],
  'enrolment-sync/packet': ['health-card'],
  'enrolment-sync/outbox': ['enrolment-sync/packet'],
  'enrolment-sync/central': ['enrolment-sync/packet', 'health-card', 'models'],
  core: [
    'models',
    'drivers',
    'health-card',
    'foreign-cards',
    'enrolment-sync/packet',
    'enrolment-sync/outbox',
  ],
  renderer: ['core/api'],
  'browser-shell': ['core'],
  demo: ['core', 'models', 'drivers', 'health-card', 'enrolment-sync'],
  electron: ['core', 'demo'],
  cli: ['core', 'models', 'drivers', 'health-card', 'enrolment-sync', 'browser-shell', 'demo'],
};

const all = `^(${[...Object.keys(layers), 'tests', 'bin'].join('|')})/`;

const onlyAllowed = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer} may import ${allowed.length ? allowed.join(', ') : 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${layer}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: all, pathNot: `^(${[layer, ...allowed].join('|')})/` },
}));

const electronOnly = {
  name: 'only the shell imports electron',
  severity: 'error',
  from: { pathNot: '^(electron|tests)/' },
  to: { path: '(^|/)node_modules/electron/' },
};

const noCycles = {
  name: 'no cycles',
  severity: 'error',
  from: {},
  to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
};

module.exports = {
  forbidden: [...onlyAllowed, electronOnly, noCycles],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
