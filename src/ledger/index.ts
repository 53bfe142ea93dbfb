import type { Ledger, OpenOptions } from './api.js'

export type * from './api.js'
export declare function openLedger(options: OpenOptions): Ledger
export declare function loadOrCreateKey(source: { file: string; env?: string | undefined }): Buffer
