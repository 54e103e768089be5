export { openWorkerPool, type Reply, type WorkerPool } from './worker-pool.ts';
