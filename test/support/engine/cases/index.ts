import type { INodeParameters } from 'n8n-workflow';

import type { Platform } from '..';
import { ailyAssistant } from './ailyAssistant';
import { ailyKnowledge } from './ailyKnowledge';
import { ailySkill } from './ailySkill';
import { announcement } from './announcement';
import { app } from './app';
import { approvalComment } from './approvalComment';
import { approvalDefinition } from './approvalDefinition';
import { approvalInstance } from './approvalInstance';
import { approvalMessage } from './approvalMessage';
import { approvalTask } from './approvalTask';
import { attendee } from './attendee';
import { automation } from './automation';
import { base } from './base';
import { batchMessage } from './batchMessage';
import { block } from './block';
import { bot } from './bot';
import { calendar } from './calendar';
import { calendarEvent } from './calendarEvent';
import { callback } from './callback';
import { card } from './card';
import { cellFormat } from './cellFormat';
import { chat } from './chat';
import type { Cases, OperationCase } from './common';
import { conditionalFormat } from './conditionalFormat';
import { dashboard } from './dashboard';
import { department } from './department';
import { dimension } from './dimension';
import { document } from './document';
import { documentComment } from './documentComment';
import { driveFile } from './driveFile';
import { dropdown } from './dropdown';
import { event } from './event';
import { externalApproval } from './externalApproval';
import { field } from './field';
import { fileComment } from './fileComment';
import { fileSubscription } from './fileSubscription';
import { fileVersion } from './fileVersion';
import { filter } from './filter';
import { filterView } from './filterView';
import { find } from './find';
import { folder } from './folder';
import { form } from './form';
import { freeBusy } from './freeBusy';
import { manager } from './manager';
import { media } from './media';
import { member } from './member';
import { menu } from './menu';
import { message } from './message';
import { moderation } from './moderation';
import { permission } from './permission';
import { pin } from './pin';
import { protection } from './protection';
import { range } from './range';
import { reaction } from './reaction';
import { record } from './record';
import { role } from './role';
import { roleMember } from './roleMember';
import { room } from './room';
import { row } from './row';
import { section } from './section';
import { sheet } from './sheet';
import { sheetImage } from './sheetImage';
import { space } from './space';
import { spaceMember } from './spaceMember';
import { spreadsheet } from './spreadsheet';
import { streamingCard } from './streamingCard';
import { subtask } from './subtask';
import { tab } from './tab';
import { table } from './table';
import { task } from './task';
import { taskActivity } from './taskActivity';
import { taskAttachment } from './taskAttachment';
import { taskComment } from './taskComment';
import { taskField } from './taskField';
import { tasklist } from './tasklist';
import { timeOff } from './timeOff';
import { topNotice } from './topNotice';
import { user } from './user';
import { userGroup } from './userGroup';
import { view } from './view';
import { wikiNode } from './wikiNode';

/** The rows of each resource, by its value. */
const RESOURCES: Readonly<Record<string, Cases>> = {
	ailyAssistant,
	ailyKnowledge,
	ailySkill,
	announcement,
	app,
	approvalComment,
	approvalDefinition,
	approvalInstance,
	approvalMessage,
	approvalTask,
	attendee,
	automation,
	base,
	batchMessage,
	block,
	bot,
	calendar,
	calendarEvent,
	callback,
	card,
	cellFormat,
	chat,
	conditionalFormat,
	dashboard,
	department,
	dimension,
	document,
	documentComment,
	driveFile,
	dropdown,
	event,
	externalApproval,
	field,
	fileComment,
	fileSubscription,
	fileVersion,
	filter,
	filterView,
	find,
	folder,
	form,
	freeBusy,
	manager,
	media,
	member,
	menu,
	message,
	moderation,
	permission,
	pin,
	protection,
	range,
	reaction,
	record,
	role,
	roleMember,
	room,
	row,
	section,
	sheet,
	sheetImage,
	space,
	spaceMember,
	spreadsheet,
	streamingCard,
	subtask,
	tab,
	table,
	task,
	taskActivity,
	taskAttachment,
	taskComment,
	taskField,
	tasklist,
	timeOff,
	topNotice,
	user,
	userGroup,
	view,
	wikiNode,
};

/** One row an operation, by `resource:operation`. */
export const CASES: Readonly<Record<string, OperationCase>> = Object.fromEntries(
	Object.entries(RESOURCES).flatMap(([resource, cases]) =>
		Object.entries(cases).map(([operation, row]) => [`${resource}:${operation}`, row]),
	),
);

/** Parameters for an operation that succeeds. */
export function parametersOf(key: string, platform: Platform, change: INodeParameters = {}): INodeParameters {
	const [resource = '', operation = ''] = key.split(':');
	return { resource, operation, ...caseOf(key).parameters(platform), ...change };
}

export function caseOf(key: string): OperationCase {
	const found = CASES[key];
	if (!found) throw new Error(`There is no case for ${key}`);
	return found;
}
