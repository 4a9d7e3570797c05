import type { INodeProperties, TriggerPanelDefinition } from 'n8n-workflow';

const CONSOLE =
	'developer console (<a href="https://open.feishu.cn/app" target="_blank">Feishu</a>, <a href="https://open.larksuite.com/app" target="_blank">Lark</a>)';
const MODE = 'Events & Callbacks → Event Configuration → Subscription mode';

/** Set-up in plain words, above the fields. One notice a step, because n8n shows a notice as one paragraph. */
export function setupNotices(): INodeProperties[] {
	const steps = {
		connectNotice:
			'n8n opens the connection, so no public address is needed. Self-built apps only: for a store app, use the Feishu Webhook Trigger.',
		modeNotice: `Once for each app: click Execute Step (or publish the workflow) and, while it listens, choose the long (persistent) connection in the ${CONSOLE} at ${MODE}. The console saves this only while a client is online. For card buttons do the same under Callback Configuration.`,
		eventsNotice:
			'On the same page add the events, and the permissions that they ask for. Then publish a version of the app.',
	};
	return Object.entries(steps).map(([name, displayName]) => ({ displayName, name, type: 'notice', default: '' }));
}

const BUILDING =
	'<b>While building:</b> click the button and make the event happen, for example by writing to the bot. The workflow runs once, here in the editor. ';

/** What the panel says while nothing has arrived yet. */
export const TRIGGER_PANEL: TriggerPanelDefinition = {
	header: 'Receive events from Feishu',
	executionsHelp: {
		inactive:
			`${BUILDING}If nothing arrives, check in the ${CONSOLE} that the app uses the long connection, has the event, and has a published version.<br><br>` +
			'<b>When it works:</b> publish the workflow. From then on it runs for every event, as the <a data-key="executions">executions list</a> shows.',
		active:
			`${BUILDING}The workflow in production runs for the same event as well: a test takes nothing away from it.<br><br>` +
			'<b>In production</b> the workflow runs for every event, as the <a data-key="executions">executions list</a> shows.',
	},
	activationHint: 'Once you have finished building, publish the workflow, so that events start it without the editor.',
};
