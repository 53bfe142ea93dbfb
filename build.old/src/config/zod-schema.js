import { formOf } from './forms.js';
/** The part of a value under a path; undefined where there is none. */
export function valueAt(value, path) {
    let current = value;
    for (const step of path) {
        if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step))
            return undefined;
        current = current[step];
    }
    return current;
}
const WRAPPERS = ['optional', 'nullable', 'default', 'prefault', 'readonly', 'catch', 'nonoptional'];
/** Schemas that may stand for this one: wrappers off, unions opened. */
function alternatives(schema) {
    const { def } = schema;
    if (WRAPPERS.includes(def.type))
        return formOf(schema) ? [schema] : alternatives(def.innerType);
    if (def.type === 'pipe') {
        const before = def.in;
        const isTransform = before.def.type === 'transform';
        return formOf(schema) ? [schema] : alternatives(isTransform ? def.out : before);
    }
    if (def.type === 'lazy')
        return alternatives(def.getter());
    if (def.type === 'union')
        return def.options.flatMap(alternatives);
    return [schema];
}
/** The schema that a part of the value was checked against; the first that has such a part, in unions. */
export function schemaAt(schema, path) {
    if (path.length === 0)
        return schema;
    const [step, ...rest] = path;
    for (const candidate of alternatives(schema)) {
        const { def } = candidate;
        let inner;
        if (def.type === 'object')
            inner = def.shape[String(step)];
        else if (def.type === 'array')
            inner = def.element;
        else if (def.type === 'record')
            inner = def.valueType;
        const found = inner ? schemaAt(inner, rest) : null;
        if (found)
            return found;
    }
    return null;
}
/** Keys an object may have; of several shapes the one that shares most keys with the value. */
export function keysOf(schema, value) {
    const present = Object.keys((value ?? {}));
    const shapes = (schema ? alternatives(schema) : []).flatMap(candidate => {
        const { def } = candidate;
        return def.type === 'object' ? [Object.keys(def.shape)] : [];
    });
    const shared = (keys) => keys.filter(key => present.includes(key)).length;
    return shapes.sort((a, b) => shared(b) - shared(a))[0] ?? [];
}
//# sourceMappingURL=zod-schema.js.map