import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { authenticationFields, credentialsFor } from '../shared/client/authentication';
import { requestOptionsField } from '../shared/fields/requestOptions';
import { OperationSet } from '../shared/operation/operationSet';
import { operationSubtitle } from '../shared/operation/subtitle';
import { runOperations } from '../shared/operation/runOperations';
import { attendee } from './resources/attendee';
import { calendar } from './resources/calendar';
import { calendarEvent } from './resources/calendarEvent';
import { freeBusy } from './resources/freeBusy';
import { room } from './resources/room';
import { timeOff } from './resources/timeOff';

/** What people use most comes first, here and in each resource. */
const operations = new OperationSet(
	[calendarEvent, attendee, freeBusy, calendar, room, timeOff],
	[requestOptionsField],
	calendarEvent.value,
);

/** Calendars (日历): events, who comes, who is free. */
export class FeishuCalendar implements INodeType {
	static readonly operations = operations.rows('FeishuCalendar');

	description: INodeTypeDescription = {
		displayName: 'Feishu Calendar',
		name: 'feishuCalendar',
		icon: { light: 'file:../../icons/feishuCalendar.svg', dark: 'file:../../icons/feishuCalendar.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: operationSubtitle({}),
		description:
			'Create and change events, find a free time and invite people and rooms in calendars (日历) of Feishu or Lark',
		defaults: { name: 'Feishu Calendar' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: credentialsFor(),
		properties: [...authenticationFields(), ...operations.properties()],
	};

	methods = operations.methods();

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, operations);
	}
}
