import type { IDataObject } from 'n8n-workflow';

import { parseObject } from '../../../feishu/json';
import { complaint } from '../../shared/operation/field';

/** Aily takes JSON as a text of so many characters. @throws InputError when it is longer */
export function jsonText(value: IDataObject, label: string, longest: number): string | undefined {
	if (Object.keys(value).length === 0) return undefined;
	const text = JSON.stringify(value);
	if (text.length <= longest) return text;
	throw complaint(label, `is too long: ${text.length} characters as JSON`, `Aily takes ${longest}`);
}

/** What a text of JSON says; another text stays one. */
export const saidIn = (text: string): IDataObject | string => (parseObject(text) as IDataObject | undefined) ?? text;
