import { stringify } from 'yaml';
import { isTeacherLike } from '../../signals/index.js';
import { isGeneric, namePartsOf } from '../../text/index.js';
/**
 * The lines that make a room a class group of the school file, to be checked and pasted by a person: roles proposed from
 * the name cards (a card is no proof of anything), pupils from cards such as 李雷妈妈.
 */
export function proposeGroup(id, topic, names) {
    const members = [...new Set(names.filter(name => name !== ''))]
        .map(proposed)
        .sort((one, other) => rank(one) - rank(other));
    const pack = members.some(member => member.role === 'head_teacher') ? 'common' : 'no-teacher';
    const group = { id, topic, pack, mode: 'shadow', members };
    const yaml = stringify([group], {
        lineWidth: 0,
        flowCollectionPadding: true,
        defaultStringType: 'QUOTE_DOUBLE',
        defaultKeyType: 'PLAIN',
    });
    return [
        '# 请核对每一位的角色（群昵称可以随便改，不能作数），再把下面几行贴到 school.yaml 的 groups 里，',
        '# 然后运行 npx banzhang check，重新启动。id 可以改成好记的短名，例如 c3-2；一个班的群请写上 grade。',
        yaml.replace(/^/gm, '  ').trimEnd(),
        '',
    ].join('\n');
}
function proposed(name) {
    const role = roleOf(name);
    if (role !== 'parent')
        return { name, role };
    const { core, suffix } = namePartsOf(name);
    const pupils = suffix === '' || isGeneric(name)
        ? []
        : core.split(/[、,，和&/ ]+/).filter(pupil => /^[\u4e00-\u9fff·]{2,8}$/.test(pupil));
    return pupils.length > 0 ? { name, role, students: pupils } : { name, role };
}
function roleOf(name) {
    if (!isTeacherLike(name))
        return 'parent';
    if (/副班主任/.test(name))
        return 'deputy';
    return /班主任/.test(name) ? 'head_teacher' : 'teacher';
}
function rank({ role }) {
    return ['head_teacher', 'deputy', 'teacher'].indexOf(role) + 1 || 9;
}
//# sourceMappingURL=propose.js.map