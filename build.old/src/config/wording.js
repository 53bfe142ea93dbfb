/** Types as the errors call them. */
export const TYPES = {
    string: '文本',
    number: '数字',
    int: '整数',
    boolean: 'true 或 false',
    array: '列表',
    tuple: '列表',
    object: '“键: 值”的一组',
    record: '“键: 值”的一组',
    map: '“键: 值”的一组',
    null: '空',
    undefined: '空',
};
/** The same value in the type that was wanted, where that is plain. */
export function converted(value, type, written) {
    if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
        return `"${written || String(value)}"`;
    }
    // [玫瑰] is a text to whoever writes it, and a list to YAML.
    if (type === 'string' && typeof value === 'object' && /^[[{][^\n"]{1,60}$/.test(written))
        return `"${written}"`;
    if ((type === 'number' || type === 'int') && typeof value === 'string') {
        const digits = value.normalize('NFKC').trim();
        return /^-?\d+(\.\d+)?$/.test(digits) && (type === 'number' || !digits.includes('.')) ? digits : null;
    }
    if (type === 'int' && typeof value === 'number')
        return String(Math.round(value));
    if (type === 'boolean') {
        const word = typeof value === 'object' ? '' : String(value).toLowerCase();
        if (['yes', 'on', '1', '是', '开', 'true'].includes(word))
            return 'true';
        if (['no', 'off', '0', '否', '关', 'false'].includes(word))
            return 'false';
    }
    if (type === 'array' && typeof value === 'string')
        return `[${value.split(/[，、]\s*/).join(', ')}]`;
    return null;
}
/** What a sentence is about: `count `, or `roles 的第 2 项` for a member of a list. */
export function subject(path) {
    const last = path.at(-1);
    if (last === undefined)
        return '这里';
    if (typeof last === 'string')
        return `${last} `;
    const list = path.at(-2);
    return `${typeof list === 'string' ? `${list} 的` : ''}第 ${last + 1} 项`;
}
/** A place as another place would call it: the line, in the same file. */
export function placeFrom(here, there) {
    return here.file === there.file ? `第 ${there.line} 行` : ` ${there.file}:${there.line}:${there.col} `;
}
/** `键: 值` for what was written `键：值`; null where there is no such mistake. */
export function withPlainColon(text) {
    const match = /^([\w.-]+)\s*(?:：\s*|:)(\S.*)$/.exec(text);
    return match && `${match[1]}: ${match[2]}`;
}
export function typeName(value) {
    if (Array.isArray(value))
        return '列表';
    if (typeof value === 'object')
        return TYPES.object;
    return typeof value === 'string' ? `文本“${clip(value)}”` : String(value);
}
/** A value as a person would read it aloud; long ones are cut. */
export function shown(value) {
    if (Array.isArray(value))
        return '列表';
    if (typeof value === 'object' && value !== null)
        return '“键: 值”的一组';
    return typeof value === 'string' ? `“${clip(value)}”` : ` ${String(value)}`;
}
function clip(text) {
    const characters = [...text.replace(/\s+/g, ' ')];
    return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : characters.join('');
}
//# sourceMappingURL=wording.js.map