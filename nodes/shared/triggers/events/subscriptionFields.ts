import type { INodeProperties } from 'n8n-workflow';

/** Resources whose events the platform sends only after a subscription of its own. */
export function subscriptionFields(): INodeProperties[] {
	return [
		{
			displayName: 'Subscribe to Resources',
			name: 'subscriptions',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Resource',
			default: {},
			description:
				'Approvals, calendars, documents, folders and tasks whose events the platform sends only when the app has subscribed to them. Done when the workflow is activated; what is subscribed already stays so.',
			options: [
				{
					displayName: 'Resource',
					name: 'resource',
					values: [
						{
							// n8n wants five fields and more in the order of the alphabet, and this one has to be the first.
							displayName: 'About',
							name: 'type',
							type: 'options',
							noDataExpression: true,
							options: [
								{ name: 'Approval', value: 'approval', description: 'An approval definition' },
								{
									name: 'Calendar',
									value: 'calendar',
									description: 'A calendar that the app may read: event Calendar Event Changed',
								},
								{
									name: 'File or Folder',
									value: 'file',
									description: 'A document, base, sheet, file or folder that the app manages',
								},
								{
									name: 'Tasks',
									value: 'tasks',
									description: 'All tasks that the app is responsible for: event Task Updated (v2)',
								},
							],
							default: 'approval',
							description: 'What to subscribe to',
						},
						{
							displayName: 'Approval Code',
							name: 'approvalCode',
							type: 'string',
							displayOptions: { show: { type: ['approval'] } },
							default: '',
							placeholder: 'e.g. 7C468A54-8745-2245-9675-08B7C63E7A85',
							description: 'The code in the address of the approval definition, in the approval admin',
						},
						{
							displayName: 'Calendar ID',
							name: 'calendarId',
							type: 'string',
							displayOptions: { show: { type: ['calendar'] } },
							default: '',
							placeholder: 'e.g. feishu.cn_xxxxxxxxxx@group.calendar.feishu.cn',
							description: 'The ID of the calendar. The app must be allowed to read it.',
						},
						{
							displayName: 'File',
							name: 'file',
							type: 'string',
							displayOptions: { show: { type: ['file'] } },
							default: '',
							placeholder: 'e.g. https://example.feishu.cn/base/AbcdEfghIjkl…',
							description:
								'The address of the document, base, sheet, file or folder, or its token. The app must own it; of what it only manages, it hears edits and changes of fields and records. The scope for the event must be granted for the app and for users.',
						},
						{
							displayName: 'File Type',
							name: 'fileType',
							type: 'options',
							displayOptions: { show: { type: ['file'] } },
							options: [
								{ name: 'Base', value: 'bitable', description: 'A base (多维表格)' },
								{ name: 'Document', value: 'docx' },
								{ name: 'Document (Old)', value: 'doc', description: 'A document of the old kind' },
								{ name: 'File', value: 'file', description: 'An uploaded file' },
								{ name: 'Folder', value: 'folder', description: 'A folder: tells of files that are made in it' },
								{
									name: 'From Address',
									value: 'auto',
									description: 'As the address says; a bare token does not say it',
								},
								{ name: 'Sheet', value: 'sheet', description: 'A spreadsheet' },
								{ name: 'Slides', value: 'slides', description: 'A presentation' },
							],
							default: 'auto',
							description: 'What kind of file it is',
						},
					],
				},
			],
		},
	];
}
