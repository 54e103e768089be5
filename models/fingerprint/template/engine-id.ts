/** Engine and template version. It changes whenever templates of two versions should no longer be compared. */
export const fingerprintEngineId = 'ridge/3';
