INSERT INTO checklist (id, family, edition, unit_id, name, state, created_at)
VALUES (1, '0b0a7f5e-6d1c-4c1e-9f52-3a1d5e8c2401', 1, 1, '软弱涣散基层党组织整顿验收标准', 'DRAFT', '2026-11-22 00:00:00+08');
ALTER TABLE checklist ALTER COLUMN id RESTART WITH 2;

INSERT INTO checklist_item (checklist_id, position, section, code, standard, points, veto, evidence_needed, not_applicable_allowed) VALUES
(1, 0, '领导班子建设', 'A1', '班子成员配备齐全,书记到位履职,职位空缺已依规补齐', 6, false, true, false),
(1, 1, '领导班子建设', 'A2', '书记能够胜任,不胜任、不在状态的已调整或经培训考核合格', 5, false, true, true),
(1, 2, '领导班子建设', 'A3', '班子团结,重大事项集体讨论决定,分工明确并有记录', 4, false, true, false),
(1, 3, '领导班子建设', 'A4', '按期换届,程序规范,没有拉票贿选', 4, false, false, true),
(1, 4, '组织生活', 'B1', '“三会一课”按期召开,记录真实完整', 5, false, true, false),
(1, 5, '组织生活', 'B2', '主题党日每月开展,党员参加率达到规定要求', 4, false, true, false),
(1, 6, '组织生活', 'B3', '组织生活会和民主评议党员按期开展,问题有整改', 4, false, true, false),
(1, 7, '组织生活', 'B4', '发展党员工作正常,有入党积极分子培养记录', 3, false, false, true),
(1, 8, '组织生活', 'B5', '党费收缴、党员管理规范,流动党员有人联系', 3, false, false, false),
(1, 9, '整改落实', 'C1', '“一支一策”方案经批准,问题、措施、责任三张清单齐全', 5, false, true, false),
(1, 10, '整改落实', 'C2', '清单所列问题逐项整改、逐项销号,佐证材料真实', 10, false, true, false),
(1, 11, '整改落实', 'C3', '帮扶力量到位,县级领导、乡镇领导、第一书记按要求走访驻村', 5, false, true, false),
(1, 12, '整改落实', 'C4', '反映集中的突出问题得到解决,没有新增同类问题', 5, false, false, false),
(1, 13, '治理与公开', 'D1', '“四议两公开”等议事程序落实,重大事项有据可查', 5, false, true, false),
(1, 14, '治理与公开', 'D2', '党务、村(居)务、财务按期公开,群众能够查阅', 5, false, true, false),
(1, 15, '治理与公开', 'D3', '村(居)务监督机构健全,实际开展监督', 4, false, false, false),
(1, 16, '治理与公开', 'D4', '治安和信访矛盾明显减少,积案有化解方案', 4, false, false, false),
(1, 17, '服务与保障', 'E1', '有固定活动场所,功能齐全并经常使用', 3, false, false, false),
(1, 18, '服务与保障', 'E2', '便民服务事项有人办、有记录,群众诉求及时回应', 3, false, false, false),
(1, 19, '服务与保障', 'E3', '惠农惠民政策公开公平落实', 3, false, false, true),
(1, 20, '服务与保障', 'E4', '集体经济有收入来源,资产资源管理规范', 3, false, false, true),
(1, 21, '长效机制', 'F1', '针对薄弱环节建立制度并执行', 3, false, true, false),
(1, 22, '长效机制', 'F2', '后备力量培养有人选、有措施', 2, false, false, true),
(1, 23, '长效机制', 'F3', '党员和群众代表对整顿成效知晓并认可', 2, false, false, false),
(1, 24, '一票否决', 'V1', '整顿材料弄虚作假,或隐瞒不报突出问题', 0, true, false, false),
(1, 25, '一票否决', 'V2', '班子成员严重违纪违法正在立案调查,或涉黑涉恶问题未查清', 0, true, false, false),
(1, 26, '一票否决', 'V3', '整顿期间发生重大群体性事件、安全责任事故或极端案件', 0, true, false, false),
(1, 27, '一票否决', 'V4', '书记空缺尚未补齐', 0, true, false, false);

UPDATE checklist SET state = 'PUBLISHED', published_at = '2026-11-22 00:00:00+08' WHERE id = 1;
