import { hash } from '../wire.js';
import { script } from './endpoint.js';
const jslogin = service => script(`window.QRLogin.code = 200; window.QRLogin.uuid = "${service.newCode()}";`);
/** Long poll: answers when the phone did something, or with 408 after a while. */
async function login(service, request) {
    const uuid = request.query.uuid ?? '';
    await service.waiting.until(() => service.logins.news(uuid) || service.faults.pending(request), service.settings.longPoll);
    if (!service.logins.news(uuid))
        return script('window.code=408;');
    const state = service.logins.tell(uuid);
    if (state === 'scanned')
        return script("window.code=201;window.userAvatar = 'data:img/jpg;base64,/9j/4AAQ';");
    if (state === 'expired')
        return script('window.code=400;');
    const ticket = hash(`${service.settings.seed}:${uuid}`).slice(0, 16);
    const page = `https://${service.settings.host}/cgi-bin/mmwebwx-bin/webwxnewloginpage`;
    const query = `ticket=${ticket}@qrticket_0&uuid=${uuid}&lang=zh_CN&scan=${service.now()}`;
    return script(`window.code=200;\nwindow.redirect_uri="${page}?${query}";`);
}
/** The redirect at the end of the login: keys in XML and in cookies. */
const webwxnewloginpage = (service, request) => {
    if (service.blocked) {
        const message = '为了你的帐号安全，此微信号不能登录网页微信。你可以使用Windows微信或Mac微信在电脑端登录。';
        return redirect(`<error><ret>1203</ret><message>${message}</message></error>`);
    }
    if (!service.logins.redeem(request.query.uuid ?? '')) {
        return redirect('<error><ret>1</ret><message></message></error>');
    }
    const session = service.newSession();
    const cookie = (name, value) => `${name}=${value}; Domain=${service.settings.host}; Path=/; Expires=Thu, 31-Dec-2037 00:00:00 GMT; Secure`;
    return redirect(`<error><ret>0</ret><message></message><skey>${session.skey}</skey><wxsid>${session.sid}</wxsid>` +
        `<wxuin>${session.uin}</wxuin><pass_ticket>${session.passTicket}</pass_ticket><isgrayscale>1</isgrayscale></error>`, [
        cookie('wxuin', session.uin),
        cookie('wxsid', session.sid),
        cookie('mm_lang', 'zh_CN'),
        cookie('webwx_data_ticket', `gS${session.ticket}`),
        cookie('webwx_auth_ticket', session.ticket),
    ]);
};
const webwxlogout = service => {
    service.endSession('1101');
    return redirect('');
};
/** 301 without a place to go: clients read the body. */
function redirect(body, cookies = []) {
    return { status: 301, type: 'text/plain', body, cookies };
}
export const loginEndpoints = { jslogin, login, webwxnewloginpage, webwxlogout };
//# sourceMappingURL=login.js.map