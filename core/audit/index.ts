export { type Audit, type AuditVerdict, openAudit } from './chain.ts';
export { type AuditEvent, auditEvents } from './events.ts';
