import type { UserIdType } from '../platform/ids';
import { objects, required, text, texts, type Values } from '../platform/validate';
import type { Operator } from '../state/operator';
import type { Store } from '../state/store';
import type { CustomField, FieldType, FieldValue, Person, Task } from '../state/tasks';
import { fieldRight, reachField } from './access';
import { actorOf, namedView, MEMBER, namedActor } from './actors';
import { refused } from './problem';
import { DAY, moment } from './times';

const GIVEN = {
	guid: required(text()),
	number_value: text(),
	member_value: objects(MEMBER),
	datetime_value: text(),
	single_select_value: text(),
	multi_select_value: texts(),
	text_value: text(),
};
export const CUSTOM_FIELDS = objects(GIVEN);
type Given = Values<typeof GIVEN>;

const LONGEST = 3000;

/** In its shortest form, rounded to what the field shows. Source: …/task-v2/custom_field/custom-field-overview */
function numberValue({ setting }: CustomField, given: string): string {
	if (!/^[+-]?\d+(\.\d+)?$/.test(given)) throw refused.params(`invalid number_value ${given}`);
	const decimals = typeof setting.decimal_count === 'number' ? setting.decimal_count : 0;
	const number = Number(given);
	return String(Number(`${Math.round(Number(`${number}e${decimals}`))}e-${decimals}`));
}

function option({ options }: CustomField, guid: string): string {
	if (!options.some((one) => one.guid === guid)) throw refused.params(`option ${guid} not found`);
	return guid;
}

function textValue(given: string): string {
	if (given.length > LONGEST) throw refused.params(`text_value is longer than ${LONGEST}`);
	return given;
}

interface Place {
	store: Store;
	by: Operator;
	idType?: UserIdType;
}

type Read = (field: CustomField, given: Given, place: Place) => FieldValue | undefined;

const filled = (given: string | undefined) => (given === undefined || given === '' ? undefined : given);

/** What of a request counts for each type; anything else in it does not. */
const READ: Readonly<Record<FieldType, Read>> = {
	number(field, { number_value: given }) {
		const value = filled(given);
		return value && numberValue(field, value);
	},
	text: (_field, { text_value: given }) => filled(given) && textValue(given ?? ''),
	datetime(_field, { datetime_value: given }) {
		const ms = moment('datetime_value', filled(given));
		return ms === 0 ? undefined : String(Math.floor(ms / DAY) * DAY);
	},
	member(field, { member_value: given = [] }, { store, by, idType }) {
		if (field.setting.multi === false && given.length > 1) throw refused.params('the field takes one member');
		const people = given.map((one): Person => namedActor(store, by, one, idType));
		return people.length > 0 ? people : undefined;
	},
	single_select: (field, { single_select_value: given }) => filled(given) && option(field, given ?? ''),
	multi_select(field, { multi_select_value: given = [] }) {
		const chosen = [...new Set(given)].map((one) => option(field, one));
		return chosen.length > 0 ? chosen : undefined;
	},
};

/**
 * Puts values into a task. It takes the right to edit the field, and one that is not of a list of the task is refused.
 */
export function setFields(place: Place, task: Task, given: readonly Given[]): void {
	const { store, by } = place;
	for (const one of given) {
		const field = reachField(store, by, one.guid, 'edit');
		if (!field.lists.some((list) => task.tasklists.some(({ tasklist_guid: guid }) => guid === list)))
			throw refused.params(`custom field ${one.guid} is not in a tasklist of the task`);
		const value = READ[field.type](field, one, place);
		if (value === undefined) task.custom_fields.delete(field.guid);
		else task.custom_fields.set(field.guid, value);
	}
}

/** Every field of the lists of a task that the caller may read, with the empty value of its type where it holds none. */
export function fieldsView(place: Place, task: Task): object[] {
	const { store, by, idType } = place;
	const lists = task.tasklists.map(({ tasklist_guid: guid }) => guid);
	const seen = [...store.tasks.fields.values()].filter(
		(field) => field.lists.some((one) => lists.includes(one)) && fieldRight(store, field, actorOf(by)),
	);
	return seen.map((field) => {
		const { guid, type, name } = field;
		const value = task.custom_fields.get(guid) ?? (type === 'member' || type === 'multi_select' ? [] : '');
		const shown =
			type === 'member' ? (value as readonly Person[]).map((one) => namedView(store, by, one, idType)) : value;
		return { guid, type, name, [`${type}_value`]: shown };
	});
}
