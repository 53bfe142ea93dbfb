import { isObject } from './yaml.js';
const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;
/** Fills `${NAME}` in every string of a value from the environment; a variable that is unset or empty is BZ116. */
export function interpolate(at, env, findings) {
    const { value } = at;
    if (typeof value === 'string') {
        return value.replace(VARIABLE, (whole, name, start) => {
            const found = Object.hasOwn(env, name) ? env[name] : undefined;
            if (found)
                return found;
            findings.add(at.file.spotInside(at.path, start, whole.length), 'BZ116', `环境变量 ${name} 没有设置`, {
                expected: `启动前设置 ${name}=…`,
            });
            return whole;
        });
    }
    if (Array.isArray(value))
        return at.items().map(item => interpolate(item, env, findings));
    if (isObject(value))
        return Object.fromEntries(at.keys().map(key => [key, interpolate(at.at(key), env, findings)]));
    return value;
}
/** A secret that stands in the file itself would be copied, mailed and committed with it. */
export function checkSecret(at, findings) {
    if (typeof at.value !== 'string' || /^\$\{[A-Za-z_][A-Za-z0-9_]*\}$/.test(at.value))
        return;
    findings.add(at.spot(), 'BZ104', '密钥不要写在文件里', {
        expected: '"${环境变量名}"，再把密钥放进这个环境变量',
    });
}
//# sourceMappingURL=interpolate.js.map