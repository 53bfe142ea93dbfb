import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
const NAME = /^[a-z][a-z0-9_]{1,40}$/;
const RESERVED = new Set(['all', 'any', 'not']);
/**
 * Adds the signals of JavaScript modules to a registry. A module's default export is a signal or an array of them.
 * What cannot be used is reported and left out; relative paths are taken from the working directory.
 */
export async function loadSignals(paths, builtIn, onFailure) {
    const registry = new Map(builtIn);
    const problems = [];
    for (const path of paths) {
        const refuse = (message) => problems.push({ path, message });
        const found = await exportsOf(path, refuse);
        for (const [index, candidate] of found.entries()) {
            const wrong = faultOf(candidate);
            if (wrong)
                refuse(`第 ${index + 1} 个信号：${wrong}`);
            else if (registry.has(candidate.name))
                refuse(`信号名 ${candidate.name} 已被占用，请换一个名字`);
            else
                registry.set(candidate.name, guarded(candidate, onFailure));
        }
    }
    return { registry, problems };
}
async function exportsOf(path, refuse) {
    try {
        const module = (await import(pathToFileURL(resolve(path)).href));
        if (module.default === undefined)
            refuse('模块没有默认导出（export default）');
        else
            return Array.isArray(module.default) ? module.default : [module.default];
    }
    catch (error) {
        refuse(`模块无法载入：${error instanceof Error ? error.message : String(error)}`);
    }
    return [];
}
/** What keeps a value from being a signal, or null. */
function faultOf(value) {
    if (typeof value !== 'object' || value === null)
        return '应为对象';
    const { name, summary, options, prepare, detect, explain } = value;
    if (typeof name !== 'string' || !NAME.test(name))
        return 'name 应由小写字母、数字和下划线组成';
    if (RESERVED.has(name))
        return `name 不能是 ${name}`;
    if (typeof summary !== 'string' || summary === '')
        return 'summary 应为一句说明';
    if (typeof options !== 'object' || options === null || !('_zod' in options))
        return 'options 应为 zod 4 的 schema';
    if (prepare !== undefined && typeof prepare !== 'function')
        return 'prepare 应为函数';
    if (typeof detect !== 'function')
        return 'detect 应为函数';
    if (typeof explain !== 'function')
        return 'explain 应为函数';
    return null;
}
/** A signal of somebody else's must not stop moderation: a failure is a miss that says so, and is reported. */
function guarded(signal, onFailure) {
    const failed = (error, detail) => {
        onFailure(signal.name, error);
        return { hit: false, detail };
    };
    return {
        name: signal.name,
        summary: signal.summary,
        options: signal.options,
        prepare: (options, resources) => signal.prepare?.(options, resources),
        detect(facts, options, prepared) {
            try {
                const evidence = signal.detect(facts, options, prepared);
                if (typeof evidence?.hit === 'boolean')
                    return evidence;
                return failed(new TypeError('detect returned no evidence'), FAILED);
            }
            catch (error) {
                return failed(error, FAILED);
            }
        },
        explain(evidence, options) {
            if (evidence.detail === FAILED)
                return `信号 ${signal.name} 运行出错，按未命中处理`;
            try {
                return String(signal.explain(evidence, options));
            }
            catch (error) {
                onFailure(signal.name, error);
                return `信号 ${signal.name} ${evidence.hit ? '命中' : '未命中'}`;
            }
        },
    };
}
const FAILED = '信号运行出错';
//# sourceMappingURL=third-party.js.map