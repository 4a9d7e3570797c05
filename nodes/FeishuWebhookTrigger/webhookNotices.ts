import type { INodeProperties, TriggerPanelDefinition } from 'n8n-workflow';

const CONSOLE =
	'developer console (<a href="https://open.feishu.cn/app" target="_blank">Feishu</a>, <a href="https://open.larksuite.com/app" target="_blank">Lark</a>)';
const REQUEST_URL = 'Events & Callbacks → Event Configuration → Request URL';

/** Set-up in plain words, above the fields. One notice a step, because n8n shows a notice as one paragraph. */
export function setupNotices(): INodeProperties[] {
	const steps = {
		secretNotice:
			'Before you start: copy the Encrypt Key (or at least the Verification Token) from Events & Callbacks → Encryption Strategy into the credential.',
		testNotice: `To test: click Execute Step, then paste the Test URL in the ${CONSOLE} at ${REQUEST_URL} and save within 2 minutes. n8n answers the check. Then make the event happen.`,
		productionNotice:
			'For production: publish the workflow, save the Production URL in the same place (an app has one request URL), add the events and the permissions they need, and publish a version of the app.',
	};
	return Object.entries(steps).map(([name, displayName]) => ({ displayName, name, type: 'notice', default: '' }));
}

/** What the panel says while nothing has arrived yet. */
export const TRIGGER_PANEL: TriggerPanelDefinition = {
	header: 'Receive events from Feishu',
	executionsHelp: {
		inactive:
			`<b>While building:</b> click the button, then save the <b>Test URL</b> at ${REQUEST_URL} in the ${CONSOLE} ` +
			'(n8n listens for 2 minutes) and make the event happen, for example by writing to the bot. The workflow runs once, here in the editor.<br><br>' +
			'<b>When it works:</b> publish the workflow, save the <b>Production URL</b> in the same place and publish ' +
			'a version of the app. From then on it runs for every event, as the <a data-key="executions">executions list</a> shows.',
		active:
			`<b>While building:</b> click the button, then save the <b>Test URL</b> at ${REQUEST_URL} in the ${CONSOLE} ` +
			'(n8n listens for 2 minutes) and make the event happen. Meanwhile production gets no events, because an app has one request URL: ' +
			'put the <b>Production URL</b> back when you are done.<br><br>' +
			'<b>In production</b> the workflow runs for every event at the Production URL, as the <a data-key="executions">executions list</a> shows.',
	},
	activationHint:
		'Once you have finished building, publish the workflow and save the Production URL in the developer console, so that events start it without the editor.',
};
