const CONSOLE = '<a href="https://open.feishu.cn/app" target="_blank">developer console</a>';
const REQUEST_URL = 'Events & Callbacks → Event Configuration → Request URL';

/** Set-up in plain words, above the fields. */
export const SETUP_NOTICE = [
	`In the ${CONSOLE}, copy the Encrypt Key (or the Verification Token) from Events & Callbacks → Encryption Strategy into the credential.`,
	'<b>To test:</b> click "Listen for test event" first, then paste the Test URL at ' +
		`${REQUEST_URL} and save within 2 minutes. The node answers the check. Then make the event happen.`,
	'<b>For production:</b> activate the workflow, paste the Production URL in the same place, add the events and the permissions ' +
		'they need, and publish a version of the app. An app has one request URL, so come back from the Test URL.',
].join('<br><br>');

/** What the panel says while nothing has arrived yet. */
export const TRIGGER_PANEL = {
	header: 'Receive events from Feishu',
	executionsHelp: {
		inactive:
			`<b>While building:</b> click the listen button, then save the <b>Test URL</b> at ${REQUEST_URL} in the ${CONSOLE} ` +
			'(n8n listens for 2 minutes) and make the event happen, for example by writing to the bot. The workflow runs once, here in the editor.<br><br>' +
			'<b>When it works:</b> <a data-key="activate">activate</a> the workflow, save the <b>Production URL</b> in the same place and publish ' +
			'a version of the app. From then on it runs for every event, as the <a data-key="executions">executions list</a> shows.',
		active:
			`<b>While building:</b> click the listen button, then save the <b>Test URL</b> at ${REQUEST_URL} in the ${CONSOLE} ` +
			'(n8n listens for 2 minutes) and make the event happen. Meanwhile production gets no events, because an app has one request URL: ' +
			'put the <b>Production URL</b> back when you are done.<br><br>' +
			'<b>In production</b> the workflow runs for every event at the Production URL, as the <a data-key="executions">executions list</a> shows.',
	},
	activationHint:
		'Once you have finished building, activate the workflow and save the Production URL in the developer console, so that events start it without the editor.',
};
