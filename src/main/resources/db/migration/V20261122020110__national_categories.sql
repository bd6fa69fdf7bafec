INSERT INTO category (code, version, owner_id, name_zh, name_en, grouping, leads, supports, form_column, restricted, valid_from)
VALUES
    ('W01', 1, 1, '班子不齐、书记缺职', 'Leading group incomplete or secretary post vacant', 'WEAK', '{ORGANIZATION}', '{}', 4, false, '2000-01-01T00:00:00+08:00'),
    ('W02', 1, 1, '书记不胜任、不在状态', 'Secretary not competent or disengaged', 'WEAK', '{ORGANIZATION}', '{}', 5, false, '2000-01-01T00:00:00+08:00'),
    ('W03', 1, 1, '班子不团结、内耗严重', 'Leading group disunited', 'WEAK', '{ORGANIZATION}', '{}', 6, false, '2000-01-01T00:00:00+08:00'),
    ('W04', 1, 1, '组织制度虚设、不开展活动', 'Organization rules on paper only, no activity', 'LAX', '{ORGANIZATION}', '{}', 7, false, '2000-01-01T00:00:00+08:00'),
    ('W05', 1, 1, '换届拉票贿选', 'Vote-buying in elections', 'DISORDERLY', '{DISCIPLINE,ORGANIZATION}', '{}', 8, true, '2000-01-01T00:00:00+08:00'),
    ('W06', 1, 1, '宗族宗教黑恶势力干扰', 'Clan, religious or criminal interference', 'DISORDERLY', '{POLITICAL_LEGAL,POLICE}', '{UNITED_FRONT}', 9, true, '2000-01-01T00:00:00+08:00'),
    ('W07', 1, 1, '村务居务财务不公开、管理混乱', 'Affairs and finance not open, management in disorder', 'DISORDERLY', '{CIVIL_AFFAIRS,AGRICULTURE}', '{AUDIT}', 10, false, '2000-01-01T00:00:00+08:00'),
    ('W08', 1, 1, '治安与信访矛盾集中', 'Public-order problems and petitions concentrated', 'DISORDERLY', '{POLITICAL_LEGAL,PETITION}', '{POLICE}', 11, false, '2000-01-01T00:00:00+08:00'),
    ('W09', 1, 1, '无固定活动场所和服务设施', 'No fixed venue or service facility', 'POOR', '{ORGANIZATION,FINANCE}', '{}', 12, false, '2000-01-01T00:00:00+08:00'),
    ('W10', 1, 1, '服务意识差、群众意见大', 'Poor service, strong complaints', 'WEAK', '{ORGANIZATION,AGRICULTURE}', '{}', 13, false, '2000-01-01T00:00:00+08:00'),
    ('W11', 1, 1, '村务监督机构虚设', 'Supervision bodies missing or sham', 'DISORDERLY', '{DISCIPLINE,CIVIL_AFFAIRS}', '{}', NULL, false, '2000-01-01T00:00:00+08:00'),
    ('W12', 1, 1, '惠农政策执行不公', 'Farm-benefit policy executed unfairly', 'DISORDERLY', '{DISCIPLINE,AGRICULTURE,FINANCE}', '{}', NULL, false, '2000-01-01T00:00:00+08:00'),
    ('W13', 1, 1, '党员队伍老化、长期不发展党员', 'Ageing membership, no recruitment', 'LAX', '{ORGANIZATION}', '{}', NULL, false, '2000-01-01T00:00:00+08:00'),
    ('W14', 1, 1, '集体经济薄弱', 'Weak collective economy', 'POOR', '{AGRICULTURE}', '{}', NULL, false, '2000-01-01T00:00:00+08:00'),
    ('W15', 1, 1, '未按期换届或职位空缺', 'Election overdue or post unfilled', 'WEAK', '{ORGANIZATION,CIVIL_AFFAIRS}', '{}', NULL, false, '2000-01-01T00:00:00+08:00'),
    ('W16', 1, 1, '村干部违纪违法、村霸', 'Discipline or law violations, village tyrants', 'DISORDERLY', '{DISCIPLINE,POLICE}', '{}', NULL, true, '2000-01-01T00:00:00+08:00'),
    ('W99', 1, 1, '其他', 'Other', 'NONE', '{}', '{}', NULL, false, '2000-01-01T00:00:00+08:00');
