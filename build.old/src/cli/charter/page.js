import { paramsFor } from '../../engine/index.js';
import { renderMessage } from '../../model/message.js';
import { RECIPIENT_LABELS, TIER_LABELS } from '../../model/terms.js';
import { DAY, MINUTE } from '../../model/time.js';
import { timeOfDay } from '../../policy/index.js';
import { short } from './content.js';
/** The charter of one group in force: what is asked of people, what the bot reads and keeps, who sees it, how to object. */
export function charterOf(input) {
    const { school, group, pack, messages, lines, printed } = input;
    const say = (key, params = {}) => renderMessage(messages, key, params);
    const { quiet, publicLinesPerDay } = paramsFor(group, pack.params);
    const { inbox, flagged, escalated } = school.retention;
    const tiers = [...new Set(lines.map(line => line.tier))];
    return {
        title: say('charter.title', { group: group.topic }),
        version: say('charter.version', { school: school.school, version: short(printed.version), date: printed.date }),
        intro: say('charter.intro'),
        sections: [
            ...tiers.map(tier => ({
                heading: TIER_LABELS[tier],
                items: lines.filter(line => line.tier === tier).map(line => line.text),
            })),
            section(say('charter.promises', { from: timeOfDay(quiet.from), to: timeOfDay(quiet.to), lines: publicLinesPerDay })),
            section(say('charter.read', {
                inbox: `${Math.round(inbox / MINUTE)}分钟`,
                flagged: `${Math.round(flagged / DAY)}天`,
                escalated: `${Math.round(escalated / DAY)}天`,
                leaves: say(asksElsewhere(school) ? 'charter.leaves_opinion' : 'charter.leaves'),
            })),
            section(say('charter.people', { list: readers(school, group).join('\n') })),
            section(say('charter.object')),
            section(say('charter.alarm')),
            ...(printed.news
                ? [
                    section(say('charter.changes', {
                        since: printed.news.since,
                        list: printed.news.list.length > 0 ? printed.news.list.join('\n') : say('charter.same_lines'),
                    })),
                ]
                : []),
        ],
    };
}
/** Plain http is for this machine alone. */
function asksElsewhere({ opinion }) {
    return opinion ? !opinion.url.startsWith('http:') : false;
}
function section(text) {
    const [heading = '', ...items] = text.split('\n');
    return { heading, items };
}
/** Everybody who may be told something of this group. */
function readers(school, group) {
    const staff = group.members.flatMap(({ name, role }) => {
        const label = RECIPIENT_LABELS[role];
        return label ? [{ name, label }] : [];
    });
    const others = school.people
        .filter(person => person.groups === null || person.groups.includes(group.id))
        .map(({ name, role }) => ({ name, label: RECIPIENT_LABELS[role] }));
    return [...staff, ...others].map(({ name, label }) => `${label}：${name}`);
}
/** As Markdown, for a page of the school or for print; with where each tier's rules come from. */
export function asMarkdown({ title, version, intro, sections }, lines) {
    const basis = [...new Set(lines.flatMap(line => line.why))];
    return [
        `# ${escaped(title)}`,
        escaped(version),
        escaped(intro),
        ...sections.map(({ heading, items }) => `## ${escaped(heading)}\n\n${items.map(item => `- ${escaped(item)}`).join('\n')}`),
        `## 依据\n\n${basis.map(why => `- ${escaped(why)}`).join('\n')}`,
        '',
    ].join('\n\n');
}
/** As plain text, to be pasted into the group. */
export function asText({ title, version, intro, sections }) {
    return [
        title,
        version,
        intro,
        ...sections.map(({ heading, items }) => [`【${heading}】`, ...items.map(item => `· ${item}`)].join('\n')),
    ].join('\n\n');
}
function escaped(text) {
    return text.replace(/[\\`*_<>[\]#|]/g, '\\$&');
}
//# sourceMappingURL=page.js.map