export type { ScannerFault } from './ef01/connect.ts';
export { type Ef01Options, Ef01Scanner, openEf01Scanner } from './ef01/scanner.ts';
export { type Ef01Simulator, type Ef01SimulatorOptions, startEf01Simulator } from './ef01/simulator.ts';
export type { ByteDuplex, OpenTransport } from './ef01/transport.ts';
export type * from './types.ts';
