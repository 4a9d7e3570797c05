import { AUTO_NUMBER, COMPUTED, CREATED_TIME, CREATED_USER, MODIFIED_TIME, MODIFIED_USER } from './cells/computed';
import { GROUP, USER } from './cells/people';
import { ATTACHMENT, DUPLEX_LINK, SINGLE_LINK } from './cells/references';
import { LOCATION, PHONE, TEXT, URL_KIND } from './cells/text';
import { CHECKBOX, DATE, MULTI, NUMBER, SINGLE, STAGE } from './cells/values';
import type { Kind } from './kind';

export const TYPES = {
	text: 1,
	number: 2,
	single: 3,
	multi: 4,
	date: 5,
	checkbox: 7,
	user: 11,
	phone: 13,
	url: 15,
	attachment: 17,
	singleLink: 18,
	lookup: 19,
	formula: 20,
	duplexLink: 21,
	location: 22,
	group: 23,
	stage: 24,
	createdTime: 1001,
	modifiedTime: 1002,
	createdUser: 1003,
	modifiedUser: 1004,
	autoNumber: 1005,
	button: 3001,
} as const;

interface Type {
	kind: Kind;
	/** What it looks like where nobody says; the first one is the usual. */
	ui: readonly [string, ...string[]];
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-table-field/guide */
export const KINDS: Readonly<Record<number, Type>> = {
	1: { kind: TEXT, ui: ['Text', 'Email', 'Barcode'] },
	2: { kind: NUMBER, ui: ['Number', 'Progress', 'Currency', 'Rating'] },
	3: { kind: SINGLE, ui: ['SingleSelect'] },
	4: { kind: MULTI, ui: ['MultiSelect'] },
	5: { kind: DATE, ui: ['DateTime'] },
	7: { kind: CHECKBOX, ui: ['Checkbox'] },
	11: { kind: USER, ui: ['User'] },
	13: { kind: PHONE, ui: ['Phone'] },
	15: { kind: URL_KIND, ui: ['Url'] },
	17: { kind: ATTACHMENT, ui: ['Attachment'] },
	18: { kind: SINGLE_LINK, ui: ['SingleLink'] },
	19: { kind: COMPUTED, ui: ['Lookup'] },
	20: { kind: COMPUTED, ui: ['Formula'] },
	21: { kind: DUPLEX_LINK, ui: ['DuplexLink'] },
	22: { kind: LOCATION, ui: ['Location'] },
	23: { kind: GROUP, ui: ['GroupChat'] },
	24: { kind: STAGE, ui: ['Stage'] },
	1001: { kind: CREATED_TIME, ui: ['CreatedTime'] },
	1002: { kind: MODIFIED_TIME, ui: ['ModifiedTime'] },
	1003: { kind: CREATED_USER, ui: ['CreatedUser'] },
	1004: { kind: MODIFIED_USER, ui: ['ModifiedUser'] },
	1005: { kind: AUTO_NUMBER, ui: ['AutoNumber'] },
	3001: { kind: STAGE, ui: ['Button'] },
};

export const isLink = (type: number): boolean => type === TYPES.singleLink || type === TYPES.duplexLink;
