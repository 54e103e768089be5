export { type IppPrinterTiming, openIppPrinter } from './ipp/printer.ts';
export { type IppSimulator, type IppSimulatorOptions, startIppSimulator } from './ipp/simulator.ts';
export { openPdfFolderPrinter } from './pdf-folder/printer.ts';
export type * from './types.ts';
