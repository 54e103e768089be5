import { z } from 'zod';

// zod would try to compile its checks with `new Function`, which the content security policy forbids and reports.
// Imported first, before any schema is made.
z.config({ jitless: true });
