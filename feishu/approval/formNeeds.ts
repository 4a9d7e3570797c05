import { InputError } from '../input';

/** What has to be looked up, or uploaded, before a form can be sent. */
export type FormNeed =
	| { kind: 'person'; by: 'email' | 'mobile' | 'union_id' | 'user_id' | 'name'; value: string }
	| { kind: 'department'; value: string }
	/** A district by words of its name. */
	| { kind: 'district'; value: string }
	/** A file of the item, by the name of its field. */
	| { kind: 'file'; as: 'image' | 'attachment'; value: string };

/** Gives what was looked up: an ID, or the code of a file. @throws InputError where there is none, or several */
export type Found = (need: FormNeed, label: string) => string;

/** Where needs are kept: the same one asked for twice is one. */
export const needKey = (need: FormNeed): string => JSON.stringify(Object.entries(need).sort());

/** What reading a form takes from whoever reads it. */
export interface FormDesk {
	/** A moment in milliseconds since 1970. @throws InputError for what is none */
	moment(label: string, value: unknown): number;
	/** The zone in which days begin. */
	timeZone: string;
	/** To be told of what has to be looked up, and of the control that names it. */
	need(need: FormNeed, label: string): void;
	/** Whether the item has a file under this name. */
	hasFile(name: string): boolean;
}

/** "The field 'Form → Name' {what}". */
export function refusal(label: string, what: string, advice?: string): InputError {
	return new InputError(label, `The field '${label}' ${what}`, advice);
}

/** Somebody by whatever tells who it is; undefined for an open_id, which is taken as it is. */
export function personNeed(value: string): Extract<FormNeed, { kind: 'person' }> | undefined {
	if (value.startsWith('ou_')) return undefined;
	if (value.startsWith('on_')) return { kind: 'person', by: 'union_id', value };
	if (value.includes('@')) return { kind: 'person', by: 'email', value };
	if (/^\+?[\d\s()-]{7,20}$/.test(value)) return { kind: 'person', by: 'mobile', value };
	// An ID that the platform gives has digits and no blanks; a name has not.
	return { kind: 'person', by: /^(?=.*\d)[\w-]{4,64}$/.test(value) ? 'user_id' : 'name', value };
}
