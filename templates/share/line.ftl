<#ftl output_format="plainText">
<#-- A message for a LINE group: short, the address on a line of its own, so that it is drawn as a card. -->
${agency.name} แจ้ง
${record.reference}<#if record.date?has_content> (${record.date})</#if>
<#if record.summary?has_content>
${record.summary}
</#if>
${record.url}
