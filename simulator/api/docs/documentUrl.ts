export const documentUrl = (id: string): string => `https://company.feishu.cn/docx/${id}`;
