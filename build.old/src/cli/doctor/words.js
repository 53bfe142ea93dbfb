import { DAY, HOUR, MINUTE, SECOND } from '../../model/time.js';
const UNITS = [
    [DAY, '天'],
    [HOUR, '小时'],
    [MINUTE, '分钟'],
    [SECOND, '秒'],
];
/** `3 分钟`, by the largest unit that fits, cut down; `不到 1 秒`. */
export function span(duration) {
    for (const [unit, name] of UNITS)
        if (duration >= unit)
            return `${Math.floor(duration / unit)} ${name}`;
    return '不到 1 秒';
}
export const MEGABYTE = 1024 ** 2;
export const GIGABYTE = 1024 ** 3;
/** `812 MB`, `3.4 GB` */
export function size(bytes) {
    return bytes < GIGABYTE ? `${Math.floor(bytes / MEGABYTE)} MB` : `${(bytes / GIGABYTE).toFixed(1)} GB`;
}
//# sourceMappingURL=words.js.map