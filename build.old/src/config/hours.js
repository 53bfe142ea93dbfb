import { z } from 'zod';
import { timeOfDay } from './forms.js';
export const hours = z.strictObject({ from: timeOfDay, to: timeOfDay });
/** False, and a finding, for hours that never come, or go round midnight where only the night may. */
export function checkHours(key, given, at, findings) {
    const isNight = key === 'quiet';
    const backwards = !isNight && given !== undefined && given.from > given.to;
    if (!given || (given.from !== given.to && !backwards))
        return true;
    findings.add(at.at(key).at('to').spot(), 'BZ121', `${key} 的 to ${backwards ? '早于' : '等于'} from`, {
        expected: isNight ? '两个不同的时刻' : 'to 晚于 from',
    });
    return false;
}
//# sourceMappingURL=hours.js.map