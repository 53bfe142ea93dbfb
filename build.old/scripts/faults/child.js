import { CONTENT_ROWS } from './content-rows.js';
import { Kit } from './kit.js';
import { SESSION_ROWS } from './session-rows.js';
/** Runs rows one after the other for one of the two: `child.js stock|ours ROW…`. Tells each finding to its parent. */
const [who, ...ids] = process.argv.slice(2);
const project = process.cwd();
// whoever started it is gone
process.on('disconnect', () => process.exit(1));
for (const row of [...CONTENT_ROWS, ...SESSION_ROWS].filter(each => ids.includes(each.id))) {
    const kit = new Kit(who);
    let finding;
    try {
        finding = await row.run(kit);
    }
    catch (error) {
        finding = { said: `failed: ${error instanceof Error ? error.message : String(error)}`, holds: false };
    }
    process.chdir(project);
    process.send?.({ id: row.id, finding });
    await Promise.race([kit.close().catch(() => { }), new Promise(resolve => setTimeout(resolve, 5_000))]);
}
process.exit(0);
//# sourceMappingURL=child.js.map