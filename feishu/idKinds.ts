import { InputError } from './input';

/** What somebody may have entered where an ID is wanted. */
export type IdKind =
	| 'chat'
	| 'message'
	| 'thread'
	| 'openId'
	| 'unionId'
	| 'department'
	| 'app'
	| 'image'
	| 'file'
	| 'batchMessage'
	| 'email'
	| 'mobile'
	| 'chatLink'
	| 'link'
	| 'name'
	| 'chinese';

interface Kind {
	/** By which it is recognised. */
	form: RegExp;
	/** What it is, in words that go behind "This is". */
	is: string;
	/** Where it would be right. */
	goes: string;
}

const TO_PERSON = 'a person goes into a field User; where a message is sent, choose Send To → User';
const LIST = 'choose From List, or let an expression give the ID';

/** In this order: the first form that fits tells. @see https://open.feishu.cn/document/home/user-identity-introduction/introduction */
const KINDS: Readonly<Record<IdKind, Kind>> = {
	chat: {
		form: /^oc_/,
		is: 'the ID of a group chat',
		goes: 'a group goes into a field Chat; where a message is sent, choose Send To → Chat',
	},
	message: { form: /^om_/, is: 'the ID of a message', goes: 'it goes into a field Message' },
	thread: { form: /^omt_/, is: 'the ID of a thread', goes: 'it goes into a field Thread ID' },
	openId: { form: /^ou_/, is: 'the open_id of a person', goes: TO_PERSON },
	unionId: { form: /^on_/, is: 'the union_id of a person', goes: TO_PERSON },
	department: { form: /^od-/, is: 'the ID of a department', goes: 'it goes into a field Department' },
	app: { form: /^cli_/, is: 'an App ID', goes: 'it goes into the credential, or into a field Bots' },
	image: { form: /^img_/, is: 'the key of an image', goes: 'it goes into a field Image Key' },
	file: { form: /^file_/, is: 'the key of a file', goes: 'it goes into a field File Key' },
	batchMessage: {
		form: /^bm[-_]/,
		is: 'the ID of a batch message',
		goes: 'only the operations of Batch Message take it',
	},
	chatLink: {
		form: /^https?:\/\/\S*(?:link_token=|add_by_link|\/chat\/)/i,
		is: "a group's share link, which does not hold its ID",
		goes: LIST,
	},
	link: { form: /^https?:\/\//i, is: 'a web address, in which no such ID stands', goes: LIST },
	email: { form: /^[^\s@]+@[^\s@]+$/, is: 'an e-mail address', goes: TO_PERSON },
	mobile: { form: /^\+\d[\d -]{4,}$/, is: 'a mobile number', goes: `${TO_PERSON}, By Mobile` },
	// An ID that the administrator has chosen has no blanks. It may be Chinese, but two to four characters are a name.
	name: { form: /\s|^\p{Script=Han}{2,4}$/u, is: 'a name', goes: LIST },
	chinese: { form: /^\p{Script=Han}+$/u, is: 'a name', goes: LIST },
};

interface IdField {
	/** What is missing, behind "The field holds no". */
	wants: string;
	/** What is right there. Whatever has none of the forms above is right as well, unless there is a form of its own. */
	takes: readonly IdKind[];
	form?: OwnForm;
}

interface OwnForm {
	pattern: RegExp;
	/** As the panel says what is right. */
	looks: string;
}

/** Older keys, as some pages have them, are 36 signs without a beginning of their own. */
const OLDER_KEY = '[0-9a-f]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}$';

/** @see https://open.feishu.cn/document/server-docs/im-v1/file/create and …/im-v1/image/create */
const keyForm = (beginnings: string, looks: string): OwnForm => ({
	pattern: new RegExp(`^(?:(?:${beginnings})_.|${OLDER_KEY})`, 'i'),
	looks,
});

/** @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/field-overview on `user_id` */
const PERSON = ['openId', 'unionId', 'email', 'mobile', 'chinese'] as const;

/** The fields that take IDs without a form of their own, besides those of `checkId`. */
const FIELDS = {
	person: { wants: 'user ID', takes: PERSON },
	/** Where a name is looked up. */
	somebody: { wants: 'user ID', takes: [...PERSON, 'name'] },
	receiver: { wants: 'ID of a chat, a person or a department', takes: [...PERSON, 'name', 'chat', 'department'] },
	department: { wants: 'department ID', takes: ['department'] },
	userGroup: { wants: 'user group ID', takes: [] },
	image: {
		wants: 'image key',
		takes: ['image'],
		form: keyForm('img|default-avatar', 'An image key looks like img_v3_02ab_0a1b2c3d'),
	},
	file: { wants: 'file key', takes: ['file'], form: keyForm('file', 'A file key looks like file_v3_00ab_0a1b2c3d') },
	/** Of the platform's own stickers, whose keys have a form of their own. */
	sticker: { wants: 'file key', takes: ['file'] },
	/** What stands in a message, either of them. */
	attachment: {
		wants: 'file key',
		takes: ['file', 'image'],
		form: keyForm('file|img', 'The key looks like file_v3_00ab_0a1b2c3d or img_v3_02ab_0a1b2c3d'),
	},
	template: { wants: 'template ID', takes: [] },
	part: { wants: 'ID', takes: [] },
} as const satisfies Record<string, IdField>;

export type IdFieldKind = keyof typeof FIELDS;

/** What a value is by its form; undefined for what has none, as a user_id. */
export function idKind(value: string): IdKind | undefined {
	return (Object.keys(KINDS) as IdKind[]).find((kind) => KINDS[kind].form.test(value.trim()));
}

/** Says what an entered value is and where it belongs; undefined for what has no form of its own. */
export function strayId(value: string): string | undefined {
	const kind = idKind(value);
	return kind && `This is ${KINDS[kind].is}: ${KINDS[kind].goes}`;
}

/**
 * The value, unless its form says that it is something else than what the field takes: a mix-up is told before any call.
 * @param label as the panel shows the field
 * @throws InputError with what it is and where it belongs
 */
export function checkKind(field: IdFieldKind, value: string, label: string): string {
	const { wants, takes, form }: IdField = FIELDS[field];
	const kind = idKind(value);
	const isRight = kind === undefined ? value === '' || (form?.pattern.test(value) ?? true) : takes.includes(kind);
	if (isRight) return value;
	const advice = strayId(value) ?? form?.looks;
	throw new InputError(label, `The field '${label}' holds no ${wants}: ${value.slice(0, 60)}`, advice);
}
