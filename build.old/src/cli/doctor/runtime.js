import { fail, ok } from './finding.js';
const NODE_AT_LEAST = 20;
/** Is this Node new enough? */
export function nodeVersion(version) {
    const major = Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);
    if (major >= NODE_AT_LEAST)
        return ok(`Node.js ${version}（需要 ${NODE_AT_LEAST} 或更新）`);
    return fail(`Node.js ${version} 太旧，需要 ${NODE_AT_LEAST} 或更新`, '到 nodejs.org 下载新的长期支持版，再运行一次 npm install');
}
/** Does the one module that is compiled for this machine load and work? */
export async function nativeModule(probe) {
    try {
        return ok(`数据库模块 better-sqlite3 正常（SQLite ${await probe.sqlite()}）`);
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return fail(`数据库模块 better-sqlite3 不能用：${message.split('\n')[0]}`, '运行 npm rebuild better-sqlite3；换过 Node 版本之后也要这样做');
    }
}
//# sourceMappingURL=runtime.js.map