import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MESSAGE_KEYS, SENDER_PARAMETERS } from '../model/message.js';
import { conditionName } from './conditions.js';
import { descriptionOf } from './forms.js';
import { lexiconSchema } from './lexicons.js';
import { packSchema } from './pack.js';
import { OVERRIDE_KEYS, RULE_KEYS } from './rule-format.js';
import { schoolSchema } from './school-format.js';
/** The JSON Schemas that editors read, by file name. Draft 7, which is what yaml-language-server knows best. */
export function jsonSchemas(catalogue) {
    const condition = conditionDefinitions(catalogue);
    const rule = draft7(z.strictObject(RULE_KEYS));
    const properties = rule.properties;
    const trees = {
        when: { ...reference('when'), description: descriptionOf(RULE_KEYS.when) },
        unless: { ...reference('unless'), description: descriptionOf(RULE_KEYS.unless) },
    };
    const ruleProperties = { ...properties, ...trees };
    const pack = draft7(packSchema);
    const overridable = Object.fromEntries(OVERRIDE_KEYS.map(key => [
        key,
        key === 'examples' ? optionalParts(properties[key]) : orNull(ruleProperties[key]),
    ]));
    const override = {
        type: 'object',
        description: '按规则 id 改写上级规则包的规则；写了什么就换什么，examples 是添加，null 去掉可选的键',
        additionalProperties: { type: 'object', properties: overridable, additionalProperties: false },
    };
    return new Map([
        [
            'pack.json',
            titled('规则包', { ...pack, properties: { ...pack.properties, override }, definitions: condition }),
        ],
        [
            'rules.json',
            titled('规则', { type: 'array', items: { ...rule, properties: ruleProperties }, definitions: condition }),
        ],
        [
            'conditions.json',
            titled('共用的条件', {
                type: 'object',
                propertyNames: draft7(conditionName),
                additionalProperties: reference('when'),
                definitions: condition,
            }),
        ],
        ['lexicon.json', titled('词表', draft7(lexiconSchema))],
        ['messages.json', titled('消息', messagesSchema())],
        ['school.json', titled('学校', draft7(schoolSchema))],
    ]);
}
/** Writes `<rulesDir>/schema/*.json`, only what has changed. Returns the names of all of them. */
export async function writeSchemas(rulesDir, catalogue) {
    const folder = join(rulesDir, 'schema');
    // not recursive: Node tries for ever where the working directory has gone
    await mkdir(folder).catch((error) => {
        if (error.code !== 'EEXIST')
            throw error;
    });
    const schemas = jsonSchemas(catalogue);
    for (const [name, schema] of schemas) {
        const path = join(folder, name);
        const text = `${JSON.stringify(schema, null, 2)}\n`;
        if ((await readFile(path, 'utf8').catch(() => null)) === text)
            continue;
        // An editor may be reading it.
        await writeFile(`${path}.new`, text);
        await rename(`${path}.new`, path);
    }
    return [...schemas.keys()];
}
/**
 * A condition is an object with exactly one key: no union, so that the editor's errors stand at the very option that
 * is wrong.
 */
function conditionDefinitions(catalogue) {
    const list = (description) => ({ type: 'array', minItems: 1, items: reference('condition'), description });
    const signals = catalogue.names().map(name => {
        const schema = { description: catalogue.summary(name), ...draft7(catalogue.schema(name)) };
        return [name, schema];
    });
    return {
        condition: {
            type: 'object',
            minProperties: 1,
            maxProperties: 1,
            additionalProperties: false,
            properties: {
                all: list('下面每一条都要满足'),
                any: list('下面有一条满足就行'),
                not: { ...reference('condition'), description: '下面这条不满足' },
                named: { type: 'string', description: 'conditions.yaml 里的条件，写它的名称' },
                ...Object.fromEntries(signals),
            },
        },
        when: { anyOf: [reference('condition'), list('下面每一条都要满足')] },
        unless: { anyOf: [reference('condition'), list('有一条满足就放过')] },
    };
}
function messagesSchema() {
    const own = Object.entries(MESSAGE_KEYS).map(([key, parameters]) => {
        const names = parameters.map(name => `{${name}}`).join(' ');
        return [key, { type: 'string', minLength: 1, description: names ? `参数（都要用到）：${names}` : '没有参数' }];
    });
    const optional = SENDER_PARAMETERS.map(name => `{${name}}`).join(' ');
    return {
        type: 'object',
        properties: Object.fromEntries(own),
        required: Object.keys(MESSAGE_KEYS),
        additionalProperties: { type: 'string', minLength: 1, description: `规则用到的话；发给个人的可用 ${optional}` },
    };
}
function reference(name) {
    return { $ref: `#/definitions/${name}` };
}
function orNull(schema) {
    const { description, ...rest } = schema;
    return { description, anyOf: [rest, { type: 'null' }] };
}
/** An override adds examples of one kind or both. */
function optionalParts(schema) {
    const { required: _, ...rest } = schema;
    return rest;
}
function titled(title, schema) {
    const { $schema: _, ...rest } = schema;
    return { $schema: 'http://json-schema.org/draft-07/schema#', title: `班长：${title}`, ...rest };
}
function draft7(schema) {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, {
        target: 'draft-7',
        io: 'input',
        unrepresentable: 'any',
    });
    return rest;
}
//# sourceMappingURL=schema.js.map