import type { INodeProperties, TriggerPanelDefinition } from 'n8n-workflow';

const CONSOLE =
	'developer console (<a href="https://open.feishu.cn/app" target="_blank">Feishu</a>, <a href="https://open.larksuite.com/app" target="_blank">Lark</a>)';

const NOTICES = {
	connectNotice:
		'n8n opens the connection, so no public address is needed. Self-built apps only: for a person, a store app, or an app without events, use the Feishu Base Polling Trigger.',
	consoleNotice: `Once for each app: while this node listens (Execute Step, or the published workflow), choose the long (persistent) connection in the ${CONSOLE} at Events & Callbacks → Event Configuration → Subscription mode. Add the events <b>drive.file.bitable_record_changed_v1</b> and, for fields, <b>drive.file.bitable_field_changed_v1</b>, grant bitable:app or drive:drive twice, for the app (tenant) and for users, and publish a version of the app.`,
	baseNotice:
		'The app must be owner of the base or may manage it (… → More → Add document app, with the right to manage). This node subscribes the app to the base by itself.',
};

/** Set-up in plain words, above the fields. One notice a step, because n8n shows a notice as one paragraph. */
export const TABLE_NOTICES: INodeProperties[] = Object.entries(NOTICES).map(([name, displayName]) => ({
	displayName,
	name,
	type: 'notice',
	default: '',
}));

const BUILDING =
	'<b>While building:</b> click the button and change a record of the table. The workflow runs once, here in the editor. ';

/** What the panel says while nothing has arrived yet. */
export const TABLE_TRIGGER_PANEL: TriggerPanelDefinition = {
	header: 'Receive changes of a table',
	executionsHelp: {
		inactive:
			`${BUILDING}If nothing arrives, check in the ${CONSOLE} that the app uses the long connection, has the events, has the scopes for the app and for users, and has a published version.<br><br>` +
			'<b>When it works:</b> publish the workflow. From then on it runs for every chosen change, as the <a data-key="executions">executions list</a> shows.',
		active:
			`${BUILDING}The workflow in production runs for the same change as well: a test takes nothing away from it.<br><br>` +
			'<b>In production</b> the workflow runs for every chosen change, as the <a data-key="executions">executions list</a> shows.',
	},
	activationHint: 'Once you have finished building, publish the workflow, so that changes start it without the editor.',
};
