/** Both triggers have one panel, so it is read in one place. */
import { globSync } from 'node:fs';

import { readText, root } from '../../support/package/sources';

test('nothing else of a trigger reads its panel', () => {
	const files = globSync('nodes/{FeishuTrigger,FeishuWebhookTrigger,shared/triggers}/**/*.ts', { cwd: root });
	expect(files.filter((file) => readText(file).includes('getNodeParameter'))).toEqual([
		'nodes/shared/triggers/events/eventSettings.ts',
	]);
});
