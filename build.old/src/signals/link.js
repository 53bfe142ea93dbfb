import { z } from 'zod';
import { EVENT_KINDS, kindOf, MESSAGE_KINDS } from '../model/event.js';
import { ENTITY_KINDS } from '../model/text.js';
import { counted, explainCount } from './evidence.js';
import { matchesHost } from './hosts.js';
import { lexiconsOf } from './lexicons.js';
import { oneOrMany } from './options.js';
import { defineSignal } from './signal.js';
const which = z.enum(['link', 'miniprogram', 'any']);
/** A link or a mini-program. Hosts are given as lexicons of domain names; a mini-program has none. */
export const link = defineSignal({
    name: 'link',
    summary: '含链接或小程序，例如 link: any 或 link: { not_hosts: links.school }',
    options: z.union([
        which.transform(kind => ({ kind, hosts: undefined, not_hosts: undefined })),
        z.strictObject({
            kind: which.default('any'),
            hosts: oneOrMany(z.string()).optional(),
            not_hosts: oneOrMany(z.string()).optional(),
        }),
    ]),
    prepare: (options, resources) => ({
        hosts: options.hosts && domainsOf(options.hosts, resources, 'hosts'),
        except: options.not_hosts && domainsOf(options.not_hosts, resources, 'not_hosts'),
    }),
    needs: () => [
        { on: 'entity', strings: ENTITY_KINDS },
        { on: 'kind', strings: CARDS },
    ],
    detect(facts, options, { hosts, except }) {
        if (facts.entities.length === 0 && kindOf(facts.event) === 'text')
            return NO_LINK;
        const urls = options.kind === 'miniprogram' ? [] : urlsOf(facts);
        const found = urls.filter(url => (!hosts || matchesHost(url, hosts)) && !(except && matchesHost(url, except)));
        const app = options.kind !== 'link' && !hosts && kindOf(facts.event) === 'miniprogram';
        return counted(found.length + (app ? 1 : 0), 1, { detail: detail(found.length, app) });
    },
    explain: (evidence, options) => {
        const what = options.kind === 'miniprogram' ? '小程序' : options.kind === 'link' ? '链接' : '链接或小程序';
        return explainCount(what, evidence);
    },
});
/** What may be a link by itself. */
const CARDS = [...MESSAGE_KINDS, ...EVENT_KINDS].filter(kind => kind !== 'text' && kind !== 'message');
const NO_LINK = counted(0, 1, { detail: '' });
function domainsOf(names, resources, option) {
    return lexiconsOf(names, resources, [option]).flatMap(([, domains]) => domains);
}
/** The card's own address (empty if WeChat gave none) and the addresses in its texts. */
function urlsOf({ event, entities }) {
    const urls = entities.filter(entity => entity.kind === 'url').map(entity => entity.value);
    if (event.body.kind !== 'message')
        return urls;
    const { kind, url } = event.body.message;
    if (url || kind === 'link')
        urls.push(url ?? '');
    return urls;
}
function detail(links, app) {
    return [links > 0 && `网址 ${links}`, app && '小程序'].filter(Boolean).join('、');
}
//# sourceMappingURL=link.js.map