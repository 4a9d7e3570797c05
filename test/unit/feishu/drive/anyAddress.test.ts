import { anyAddress } from '../../../../feishu/drive/anyAddress';

const HOST = 'https://example.feishu.cn';

test.each([
	[`${HOST}/docx/UMKcdhmaOo6PcpxkEMOcSC5Qnxb?from=x#y`, { type: 'docx', token: 'UMKcdhmaOo6PcpxkEMOcSC5Qnxb' }],
	[`${HOST}/drive/folder/fldcnqquW1svRIYVT2Np6IuLCKd`, { type: 'folder', token: 'fldcnqquW1svRIYVT2Np6IuLCKd' }],
	[`${HOST}/file/boxcnrHpsg1QDqXAAAyachabcef`, { type: 'file', token: 'boxcnrHpsg1QDqXAAAyachabcef' }],
	['boxcnrHpsg1QDqXAAAyachabcef', { type: 'file', token: 'boxcnrHpsg1QDqXAAAyachabcef' }],
])('%s names one thing', (entered, named) => {
	expect(anyAddress('File', entered)).toEqual(named);
});

test.each([
	[`${HOST}/sheets/shtcnmBA8ivxqMt5RMvW4iNJkbf?sheet=6e5ed3`, '6e5ed3'],
	[`${HOST}/base/bascnCMII2ORej2RItqpZZUNMIe?table=tblsRc9GRRXKqhvW&view=vew1`, 'tblsRc9GRRXKqhvW'],
	[`${HOST}/wiki/EpMmw5WZQi7TYRkkjZwc5kN3nnb?sheet=6e5ed3`, '6e5ed3'],
])('%s opens a part of it', (entered, part) => {
	expect(anyAddress('File', entered).part).toBe(part);
});

test.each(['', 'a b', `${HOST}/wiki/settings/123456`, `${HOST}/calendar/abcdefghijkl`])(
	'%p names nothing',
	(entered) => {
		expect(() => anyAddress('File', entered)).toThrow("The field 'File' ");
	},
);
