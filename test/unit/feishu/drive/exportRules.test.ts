import { EXPORT_FAILURES, exportFormats } from '../../../../feishu/drive/exportRules';

test.each([
	['doc', ['docx', 'pdf']],
	['docx', ['docx', 'pdf']],
	['sheet', ['xlsx', 'csv']],
	['bitable', ['xlsx', 'csv']],
] as const)('%s is exported as %p', (type, formats) => {
	expect(exportFormats(type)).toEqual(formats);
});

test('states of a job that is under way are no failures', () => {
	for (const state of [0, 1, 2]) expect(EXPORT_FAILURES[state]).toBeUndefined();
});
