/** By type of a column, how a person changes its cells. What is not here is computed, or nobody writes it. */
import { GroupsEditor, LinksEditor, OptionsEditor, PeopleEditor } from './choice.js';
import { DateEditor, LocationEditor, NumberEditor, PhoneEditor, TextEditor, WordEditor } from './inputs.js';
import { FilesEditor, UrlEditor } from './parts.js';

/** Each gets {field, cell, env, onDone(what a call writes), onCancel}; `env` is {base, people, chats, self, zone, onError}. */
export const EDITORS = {
	1: TextEditor,
	2: NumberEditor,
	3: OptionsEditor,
	4: OptionsEditor,
	5: DateEditor,
	11: PeopleEditor,
	13: PhoneEditor,
	15: UrlEditor,
	17: FilesEditor,
	18: LinksEditor,
	21: LinksEditor,
	22: LocationEditor,
	23: GroupsEditor,
	24: WordEditor,
};

const CHECKBOX = 7;
export const STAGE = 24;

export const isToggled = ({ type }) => type === CHECKBOX;
export const isEditable = ({ type }) => type === CHECKBOX || Object.hasOwn(EDITORS, type);
