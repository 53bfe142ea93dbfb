import { z } from 'zod';
import { parseDuration } from '../model/time.js';
/** One value or a list of them; always a list afterwards. */
export function oneOrMany(item) {
    return z
        .union([item, z.array(item).min(1)])
        .transform(value => (Array.isArray(value) ? value : [value]));
}
/** `10m`, `6h`, `14d` as milliseconds. */
export const duration = z
    .string()
    .regex(/^\d{1,6}[smhd]$/, { error: '应为时长，如 90s、10m、6h、7d' })
    .transform(text => parseDuration(text));
export const count = z.number().int().min(1);
/** Which part of a message is looked at. */
export const where = z.enum(['any', 'text', 'attached']);
//# sourceMappingURL=options.js.map