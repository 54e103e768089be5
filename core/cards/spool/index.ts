export { openPrintJobs, type PrintJobRow, type PrintJobs } from './jobs.ts';
export { giveUpPrint, requestPrint, retryPrint, tellOutcome } from './requests.ts';
export { scanBack } from './scan-back.ts';
export { openSpool, type Spool, type SpoolTiming } from './spool.ts';
