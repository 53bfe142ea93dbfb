export function rowOf(row, where) {
    const fail = (what) => {
        throw new Error(`${where}: ${what}`);
    };
    let given;
    try {
        given = JSON.parse(row);
    }
    catch {
        return fail('not JSON');
    }
    return {
        given,
        fail,
        string: key => {
            const value = given[key] ?? '';
            return typeof value === 'string' ? value : fail(`${key} is not a text`);
        },
        one: (key, valid, otherwise) => {
            const value = given[key] ?? otherwise;
            return valid.includes(value) ? value : fail(`${key}: ${String(value)}`);
        },
    };
}
//# sourceMappingURL=row.js.map