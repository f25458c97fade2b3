<#ftl output_format="plainText">
<#-- A post for the agency's own page on a social network. -->
${record.reference}
<#if record.summary?has_content>

${record.summary}
</#if>

อ่านฉบับเต็ม ${record.url}

${agency.name} ${agency.place}
<#if agency.phone?has_content>
สอบถาม โทร. ${agency.phone}
</#if>
