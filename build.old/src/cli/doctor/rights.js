import { join } from 'node:path';
import { DATA_FILES } from '../data-files.js';
import { fail, ok, warn } from './finding.js';
const OTHERS = 0o077;
const SECRETS = [
    ['', '数据文件夹'],
    [DATA_FILES.key, '密钥'],
    [DATA_FILES.card, '登录信息'],
    [DATA_FILES.ledger, '账本'],
    [DATA_FILES.qrcode, '登录二维码'],
];
/** Whoever reads the session card is logged in as the bot; whoever reads the key reads the inbox. */
export async function rights(probe, dataDir) {
    const findings = [];
    const fine = [];
    for (const [file, title] of SECRETS) {
        const path = join(dataDir, file);
        const facts = await probe.file(path);
        if (facts === null || facts.mode === null)
            continue;
        const wanted = file === '' ? '0700' : '0600';
        const has = `0${facts.mode.toString(8).padStart(3, '0')}`;
        if (!facts.mine) {
            findings.push(warn(`${title} ${path} 属于别的用户`, '用运行小助手的那个用户来体检，或改回文件的主人'));
        }
        else if ((facts.mode & OTHERS) !== 0) {
            findings.push(fail(`${title} ${path} 的权限是 ${has}，别的用户也能读`, `chmod ${wanted} ${path}`));
        }
        else
            fine.push(`${title} ${has}`);
    }
    return fine.length > 0 ? [ok(`权限：${fine.join('，')}`), ...findings] : findings;
}
//# sourceMappingURL=rights.js.map