import { fail, ok, warn } from './finding.js';
const CHECK = '运行 banzhang check 查看每一处错误';
/** The school file: absent (null), broken, or who it speaks of. */
export function schoolFile(file, loaded) {
    if (loaded === null)
        return warn(`还没有学校文件 ${file}`, '运行 banzhang init 建立');
    if (!loaded.ok)
        return fail(`学校文件 ${file} 有 ${loaded.count} 处错误`, CHECK);
    const { groups } = loaded.value;
    const shadow = groups.filter(group => group.mode === 'shadow').length;
    const says = `学校文件 ${file}：${groups.length} 个群${shadow > 0 ? `，其中 ${shadow} 个是影子模式（不发送）` : ''}`;
    return loaded.warnings === '' ? ok(says) : warn(`${says}，有提醒`, '运行 banzhang check 查看');
}
/** Rules, lexicons and messages, with all their examples. */
export function ruleFiles(dir, loaded) {
    if (!loaded.ok)
        return fail(`规则文件夹 ${dir} 有 ${loaded.count} 处错误`, CHECK);
    const rules = new Set([...loaded.value.packs.values()].flatMap(pack => pack.rules.map(rule => rule.id)));
    const { packs, hash } = loaded.value;
    return ok(`规则：${packs.size} 个规则包，${rules.size} 条规则，示例全部通过（版本 ${hash.slice(0, 12)}）`);
}
/** A group whose pack the rules folder does not have would not be moderated. */
export function packsOf(school, rules) {
    return school.groups
        .filter(group => !rules.packs.has(group.pack))
        .map(group => fail(`群 ${group.id} 用的规则包 ${group.pack} 不存在`, `在学校文件里改成：${[...rules.packs.keys()].join('、')}`));
}
//# sourceMappingURL=configuration.js.map