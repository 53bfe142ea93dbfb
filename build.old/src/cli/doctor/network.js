import { SECOND } from '../../model/time.js';
import { fail, ok } from './finding.js';
const HOST = 'login.wx.qq.com';
const PORT = 443;
const TIMEOUT = 5 * SECOND;
/** Puppets that talk to WeChat's web servers themselves; the others talk to a service or program of their own. */
const WEB_PUPPETS = ['wechaty-puppet-wechat4u', 'wechaty-puppet-wechat'];
/** Can the machine reach WeChat's login at all? Sends nothing. */
export async function reachability(probe, puppet) {
    if (!WEB_PUPPETS.includes(puppet))
        return ok(`${puppet} 自己连接微信，没有检查 ${HOST}`);
    const found = await probe.reach(HOST, PORT, TIMEOUT);
    if (found.ok)
        return ok(`能连上微信登录服务器 ${HOST}（${found.took} 毫秒）`);
    if (found.step === 'dns') {
        return fail(`查不到 ${HOST} 的地址（${found.code}）`, '检查网络和 DNS 设置；没有网络时可加 --offline 跳过这一项');
    }
    const why = found.code === 'ETIMEDOUT' ? `${TIMEOUT / SECOND} 秒内没有回应` : found.code;
    return fail(`连不上 ${HOST}:${PORT}（${why}）`, `检查网络和防火墙是否放行 ${PORT} 端口`);
}
//# sourceMappingURL=network.js.map