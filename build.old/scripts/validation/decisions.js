import { spawn } from 'node:child_process';
import { loadRuleSet, renderDiagnostics } from '../../src/config/index.js';
import { catalogueOf, registry } from '../../src/signals/index.js';
/** What the shipped program decides on logs, as a user would run it. Rejects with what it complained of. */
export async function decisionsOn(app, rules, files) {
    const args = [app, 'replay', '--json', '--rules', rules, ...files];
    const { code, out, err } = await run(args);
    if (code !== 0)
        throw new Error(`replay exited with ${code}\n${err}`);
    return out
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line));
}
/** The version of rules and weights, as every decision in a ledger names it. */
export async function rulesVersion(rules) {
    const result = await loadRuleSet(rules, { catalogue: catalogueOf(registry) });
    if (!result.ok)
        throw new Error(renderDiagnostics(result.diagnostics, result.sources, { colour: false, base: rules }));
    return result.ruleSet.hash;
}
function run(args) {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, args, {
            env: { ...process.env, NO_COLOR: '1' },
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        const text = { out: '', err: '' };
        child.stdout.setEncoding('utf8').on('data', chunk => {
            text.out += chunk;
        });
        child.stderr.setEncoding('utf8').on('data', chunk => {
            text.err += chunk;
        });
        child.on('error', reject);
        child.on('close', code => resolve({ code, ...text }));
    });
}
//# sourceMappingURL=decisions.js.map