import type { IDataObject } from 'n8n-workflow';

import { isObject, parseObject, text } from '../../../feishu/json';

/** In the order in which one is taken. */
const LANGUAGES = ['zh_cn', 'en_us', 'ja_jp'];

/** Words that Aily gives by languages, in the first of those in which there are any; empty without. */
export function wordsIn(said: unknown): string {
	if (!isObject(said)) return text(said);
	const told = [...LANGUAGES, ...Object.keys(said)].map((language) => text(said[language]));
	return told.find((words) => words !== '') ?? '';
}

/** A piece of knowledge with plain words; where they are in several languages, all of them beside. */
export function plainKnowledge(asset: IDataObject): IDataObject {
	const { label, description } = asset;
	return { ...asset, ...plain('label', label), ...plain('description', description) };
}

function plain(key: string, said: unknown): IDataObject {
	if (!isObject(said)) return {};
	const languages = Object.values(said).filter((words) => text(words) !== '').length;
	return { [key]: wordsIn(said), ...(languages > 1 && { [`${key}_languages`]: said as IDataObject }) };
}

/** A skill with what it takes and gives as objects, which Aily tells as JSON text; another text stays one. */
export function plainSkill(skill: IDataObject): IDataObject {
	const { input_schema, output_schema } = skill;
	return { ...skill, ...parsed('input_schema', input_schema), ...parsed('output_schema', output_schema) };
}

function parsed(key: string, said: unknown): IDataObject {
	const schema = parseObject(text(said));
	return schema ? { [key]: schema as IDataObject } : {};
}
