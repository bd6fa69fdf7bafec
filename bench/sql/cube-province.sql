-- Captured by bench/capture.
SELECT a.id, a.display_name, 'GRANT' AS source, g.id AS grant_id, g.role, g.department, u.ancestors, g.valid_from, g.valid_to,
NULL::bigint AS case_id, NULL::integer AS unit_id
FROM account a
LEFT JOIN access_grant g ON g.account_id = a.id AND g.revoked_at IS NULL AND g.valid_from <= '2026-11-22 14:10:23.845633+00'
AND (g.valid_to IS NULL OR g.valid_to > '2026-11-22 14:10:23.845633+00')
LEFT JOIN org_unit u ON u.id = g.org_unit_id
WHERE a.issuer = 'http://localhost:9481' AND a.subject = 'bench-nation'
UNION ALL
SELECT a.id, a.display_name, 'ASSIGNMENT', NULL, s.role, NULL, NULL, NULL, NULL, s.case_id, s.unit_id
FROM account a JOIN case_assignment s ON s.account_id = a.id AND s.valid_from <= '2026-11-22 14:10:23.845633+00'
AND (s.valid_to IS NULL OR s.valid_to > '2026-11-22 14:10:23.845633+00')
WHERE a.issuer = 'http://localhost:9481' AND a.subject = 'bench-nation';
SELECT id, code, name, kind, branch_kind, ancestors, closed_on FROM org_unit WHERE id = :unit;
BEGIN;
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
SET LOCAL parallel_tuple_cost = 0.01;
SELECT statement_timestamp() AS at;
SELECT l.a2, l.a3, l.main_category, count(*) FROM (SELECT c.id, c.a1, c.a2, c.a3, c.a4, c.a5, c.branch_kind, c.main_category, c.listed_month, c.raised,
c.closed_as_raised, coalesce((SELECT o.from_round_id FROM carry_over o WHERE o.case_id = c.id AND o.from_year < c.year
ORDER BY o.years LIMIT 1), c.round_id) AS round_id, false AS carried_on, false AS carried_in, c.number, c.ancestors, c.branch_id, c.state, c.outcome, c.main_category_version, c.deadline, c.warn_on,
c.suspended_until, c.confirmed_at, c.transformed_at, c.closed_at, c.cycle, c.failed_acceptances, c.relapses
FROM rectification_case c WHERE c.listed_month BETWEEN :first AND :last AND c.listed_month IS NOT NULL AND c.a1 = :unit) l WHERE true GROUP BY 1, 2, 3;
SELECT id, code, name, kind FROM org_unit WHERE id = ANY('{1634,1635,1636,1637,1638,1639,1640,1641,1642,1643,1644,1645,1646,1647,1648,1649,1650,1651,1652,1653,1654,1655,1656,1657,1658,1659,1660,1661,1662,1663,1664,1665,1666,1667,1668,1669,1670,1671,1672,1673,1674,1675,1676,1678,1679,1680,1681,1682,1684,1685,1686,1687,1688,1689,1690,1691,1692,1693,1694,1695,1696,1697,1698,1699,1700,1701,166,1702,167,1703,1704,168,1705,169,170,1706,171,1707,172,1708,173,1709,174,1710,175,1711,176,1712,177,1713,178,1714,179,1715,180,1716,181,1717,1718,1719,1720,1721,1722,1723,1724,1725,1726,1727,1728,1729,1730,1731,1732,1733,1734,1735,1736,1737,1738,1739,1740,1741,1742,1743,1744,1745,1747,1748,1749,1750,1751,1752,1753,1754,1755,1756,1757,1758,1759,1760,1761,1762,1763,1764,1765,1766,1767,1768,1769,1770,1771,1772,1773,1774,1775,1776,1777,1778,1779,1780,1781,1782,1783,1784}');
SELECT code, name_zh AS name FROM category WHERE code = ANY('{W01,W02,W03,W04,W05,W06,W07,W08,W09,W10,W11,W12,W13,W14,W15,W16}') ORDER BY version;
COMMIT;
