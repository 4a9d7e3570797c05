import { codeOf } from '../../../feishu/api/call';
import type { ErrorContext } from '../../shared/client/errors';

/** One of the values, and the right to do this. Source: …/task-v2/overview */
const WRONG_VALUE = 1470400;
const NO_RIGHT = 1470403;

type Words = Readonly<{ message: string; hint: string }>;
type AdviceOf = NonNullable<ErrorContext['adviceOf']>;

export const isWrongValue = (error: unknown): boolean => codeOf(error) === WRONG_VALUE;

/** Words for a value that is refused, where it can be one of them only. */
export const ofWrongValue =
	(words: Words): AdviceOf =>
	({ code }) =>
		code === WRONG_VALUE ? words : undefined;

/** The same, where others are sent along: by what the platform's words have in them. */
export const ofNamedValue =
	(named: RegExp, words: Words): AdviceOf =>
	({ code, msg }) =>
		code === WRONG_VALUE && named.test(msg) ? words : undefined;

/** Who may do what is refused, where it takes more than the right to edit. */
const ofRight =
	(words: Words): AdviceOf =>
	({ code }) =>
		code === NO_RIGHT ? { ...words, cause: 'configuration-invalid' } : undefined;

/** @param what is done to a task list */
export const onlyOwner = (what: string): AdviceOf =>
	ofRight({
		message: `Only the owner of a task list may ${what}`,
		hint: 'Task List → Get names the owner: act as that person or app, or let the owner do it. The right to edit is not enough',
	});

/** @param what is done to a comment */
export const onlyAuthor = (what: string): AdviceOf =>
	ofRight({
		message: `Only who wrote a comment may ${what} it`,
		hint: 'Comment → Get names who wrote it: act as that person or app',
	});

/** Whoever lets a group be told of a list has two rights. */
const rightsOfGroup = ofRight({
	message: 'The task list may not be changed, or the group is not one of your own',
	hint: 'As an app: add it to the list (Share) with the right to edit, and to the group (Settings → Bots → Add Bot). As a person: be an editor of the list, and in the group',
});

/** @param label of the field that holds the group that is told of a list */
export function groupOfList(label: string): AdviceOf {
	const unknown = ofNamedValue(/member|subscriber|chat|group/i, {
		message: `The field '${label}' holds a group that Feishu does not know`,
		hint: 'Choose it from the list, which has the groups of your own; it may have been dissolved since',
	});
	return (failure) => rightsOfGroup(failure) ?? unknown(failure);
}

/** @param label of the field that holds the section */
export const otherListsSection = (label: string): Words => ({
	message: `The field '${label}' holds a section that is not in the task list`,
	hint: 'Each list has sections of its own: choose one of this list. Section → Get Many lists them',
});
