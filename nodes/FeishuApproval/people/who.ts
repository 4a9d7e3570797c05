import type { IDataObject } from 'n8n-workflow';

import { userIdType, type UserIdType } from '../../../feishu/ids';
import { isObject, text } from '../../../feishu/json';
import type { FeishuClient } from '../../shared/client/client';
import { namesOf } from '../../shared/contact/namesOf';

/** Somebody as Instance: Get tells who it is: by the kind of ID that is known, with the name as far as that may be known. */
export const WHO = { 'open_id?': 'string', 'user_id?': 'string', 'union_id?': 'string', 'name?': 'string' } as const;

const KINDS: readonly UserIdType[] = ['open_id', 'user_id', 'union_id'];

const isSomebody = (one: IDataObject | undefined): one is IDataObject => one !== undefined;

/** Somebody by an ID of any kind; undefined without one. */
export function who(id: unknown, name = ''): IDataObject | undefined {
	const known = text(id);
	return known === '' ? undefined : { [userIdType(known)]: known, ...(name !== '' && { name }) };
}

/** People with their names, those of one kind of ID by one request for each 50. */
export async function whoAre(feishu: FeishuClient, ids: readonly string[]): Promise<IDataObject[]> {
	const people = ids.map((id) => who(id)).filter(isSomebody);
	await name(feishu, people);
	return people;
}

/** Adds the names of those who stand under these keys of the rows, all rows together. */
export async function withNames(feishu: FeishuClient, rows: IDataObject[], ...keys: string[]): Promise<IDataObject[]> {
	const people = rows.flatMap((row) => keys.map((key) => row[key]));
	await name(feishu, people.filter(isObject) as IDataObject[]);
	return rows;
}

async function name(feishu: FeishuClient, people: readonly IDataObject[]): Promise<void> {
	const nameless = people.filter((one) => !one.name);
	for (const kind of KINDS) {
		const ids = new Set(nameless.map((one) => text(one[kind])).filter((id) => id !== ''));
		if (ids.size === 0) continue;
		const names = await namesOf(feishu, [...ids], kind);
		for (const one of nameless) {
			const found = names.get(text(one[kind]));
			if (found) one.name = found;
		}
	}
}
